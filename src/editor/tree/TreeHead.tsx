import type { FileId } from '../../engine';
import { useDocuments } from '../../state/hooks';
import { Button } from '../../ui/Button';
import { objectWords } from './kinds';
import { fitsEditor, showAsText } from './treeFiles';
import { sizeWords } from './words';

interface Props {
  readonly file: FileId;
  readonly count: number;
  readonly size: number;
  /** How much of the text is read; null when all of it is. */
  readonly reading: number | null;
}

/** Says why there is a tree and no text, and offers the text. */
export function TreeHead({ file, count, size, reading }: Props) {
  const name = useDocuments(({ files }) => files.find(({ id }) => id === file)?.name ?? '');
  const fits = useDocuments(({ files }) => fitsEditor(files.find(({ id }) => id === file)?.text ?? ''));
  return (
    <div className="tree-head">
      <p className="tree-why" role="status">
        {reading === null ? (
          <>
            <strong>{name}</strong> has {objectWords(count)} ({sizeWords(size)}): shown as a tree. Edit any
            object by itself.
          </>
        ) : (
          <>
            Reading <strong>{name}</strong> … <progress aria-label="Reading" value={reading} max={1} />
          </>
        )}
      </p>{' '}
      {fits && (
        <Button look="link" onClick={() => showAsText(file, true)}>
          Open as text anyway
        </Button>
      )}
    </div>
  );
}
