/** A file with the name it is shown under: its path when it came in a folder. */
export interface NamedFile {
  readonly name: string;
  readonly file: Blob;
}

const manifestName = /\.(?:(?:ya?ml|json)(?:\.gz)?|zip)$/i;

/**
 * The files of a drop, folders read to the bottom (of those only manifests). Must be called while the drop is being
 * handled; the browser forgets its content afterwards.
 */
export function droppedFiles(transfer: DataTransfer): Promise<readonly NamedFile[]> {
  const entries = Array.from(transfer.items)
    .filter((item) => item.kind === 'file')
    .map((item) => item.webkitGetAsEntry());
  if (entries.some((entry) => entry?.isDirectory)) return filesOf(entries.filter((entry) => entry !== null));
  return Promise.resolve(Array.from(transfer.files, (file) => ({ name: file.name, file })));
}

async function filesOf(entries: readonly FileSystemEntry[]): Promise<readonly NamedFile[]> {
  const found: NamedFile[] = [];
  // A list and not recursion: entries are read in order, however deep.
  const left = [...entries];
  for (let entry = left.shift(); entry; entry = left.shift()) {
    const isTop = entries.includes(entry);
    if (isDirectory(entry)) left.unshift(...(await childrenOf(entry)));
    else if (isFile(entry) && (isTop || manifestName.test(entry.name))) found.push(...(await fileOf(entry)));
  }
  return found;
}

const isDirectory = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry =>
  entry.isDirectory && !entry.name.startsWith('.');
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

/** The browser hands a folder out in parts, until it hands out an empty one. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve) => {
      reader.readEntries(resolve, () => {
        resolve([]);
      });
    });
    if (part.length === 0) return children.sort((a, b) => (a.name < b.name ? -1 : 1));
    children.push(...part);
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<readonly NamedFile[]> {
  const name = entry.fullPath.replace(/^\//, '');
  return new Promise((resolve) => {
    entry.file(
      (file) => {
        resolve([{ name, file }]);
      },
      () => {
        resolve([]);
      },
    );
  });
}
