/** Makes pasted manifests harmless (no env, data, args, annotations); null leaves the text as it is. */
export type ProjectPaste = (text: string) => Promise<string | null>;

const manifestKey =
  /(?:^|[\s{,"'])["']?(?:kind|env|envFrom|args|command|data|binaryData|stringData|annotations)["']?\s*:/m;

/** True when pasted text may hold manifests, or a part of one with something in it that should not be kept. */
export function looksLikeManifests(text: string): boolean {
  return (text.includes('\n') || text.includes('{')) && manifestKey.test(text);
}
