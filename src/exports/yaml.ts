/** A text with its name. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** Documents of this page's own, which no cluster knows. */
const own = /^["' ]*apiVersion["']?\s*:\s*["']?netpol-playground\//m;
const border = /^---(?=\s|$).*$/m;

/** The files without documents that only this page understands, as `kubectl apply` takes them; empty ones are left out. */
export function appliable(files: readonly NamedText[]): readonly NamedText[] {
  return files.flatMap(({ name, text }) => {
    const rest = own.test(text)
      ? text
          .split(border)
          .filter((document) => !own.test(document))
          .join('---')
      : text;
    return /^\s*[^#\s-]/m.test(rest) ? [{ name, text: rest }] : [];
  });
}

/** In every cluster from the start. */
const GIVEN = new Set(['default', 'kube-system', 'kube-public', 'kube-node-lease']);

/** The namespaces that are only mentioned, so that a cluster has them too; null: there are none. */
export function missingNamespaces(names: readonly string[]): NamedText | null {
  const missing = names.filter((name) => !GIVEN.has(name));
  if (missing.length === 0) return null;
  const text = missing
    .map((name) => `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ${JSON.stringify(name)}\n`)
    .join('---\n');
  return { name: '00-namespaces.yaml', text };
}

/** All files as one text of several documents. */
export function oneYaml(files: readonly NamedText[]): string {
  return files
    .map(({ name, text }) => `# ${name.replaceAll(/\s+/g, ' ')}\n${text.endsWith('\n') ? text : `${text}\n`}`)
    .map((text, index) => (index > 0 && !/^(?:#.*\n|\s*\n)*---/.test(text) ? `---\n${text}` : text))
    .join('');
}
