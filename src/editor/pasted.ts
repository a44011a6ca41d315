/** What to insert: the text as it is, another one, or nothing because it was opened as files of its own. */
type Pasted =
  { readonly kind: 'asIs' } | { readonly kind: 'text'; readonly text: string } | { readonly kind: 'opened' };

/** Makes pasted manifests harmless (no env, data, args, annotations). */
export type ProjectPaste = (text: string) => Promise<Pasted>;

/** What is inserted of a pasted text; null: nothing. */
export function insertedText(text: string, pasted: Pasted): string | null {
  switch (pasted.kind) {
    case 'asIs':
      return text;
    case 'text':
      return pasted.text;
    case 'opened':
      return null;
  }
}

const manifestKey =
  /(?:^|[\s{,"'])["']?(?:kind|env|envFrom|args|command|data|binaryData|stringData|annotations)["']?\s*:/m;

/** True when pasted text may hold manifests, or a part of one with something in it that should not be kept. */
export function looksLikeManifests(text: string): boolean {
  return (text.includes('\n') || text.includes('{')) && manifestKey.test(text);
}
