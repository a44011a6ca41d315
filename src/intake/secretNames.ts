const secretName =
  /(?:(?:^|[-_.])(?:pass|pwd|authorization|bearer|cookies?|dsn|jwt|(?:access|account|api|encryption|license|master|private|session|shared|signing|ssh)[-_]?keys?)|pass(?:word|wd|phrase)|secrets?|tokens?|credentials?|connection[-_]?strings?)(?:[-_.]|$)/i;

/** The key says that its value is secret; as the last word of it or one by itself, so that `passthrough` does not. */
export const namesSecret = (key: string): boolean =>
  secretName.test(key.replace(/([a-z\d])([A-Z])/g, '$1-$2'));

/** The keys of manifests that hold secrets, wherever they stand. */
export const secretKeys: ReadonlySet<string> = new Set([
  'env',
  'envFrom',
  'args',
  'command',
  'data',
  'stringData',
  'binaryData',
  'annotations',
  'managedFields',
]);

/** A scalar under a secret key that is surely a label's value (`env: prod`) and not the key's Kubernetes meaning. */
export const isLabelValue = (text: string): boolean =>
  /^(?:[A-Za-z0-9](?:[-\w.]{0,61}[A-Za-z0-9])?)?$/.test(text);

/** The key's value is secret wherever it stands, unless it is the value of a label. */
export function mayHoldSecret(key: string): boolean {
  const holds =
    known.get(key) ?? (secretKeys.has(key) || key === 'value' || key === 'valueFrom' || namesSecret(key));
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, holds);
  return holds;
}

/** What was found out of keys: those of manifests come again and again. */
const known = new Map<string, boolean>();
const MOST_KNOWN = 1000;

/** In a fragment, where a key's place does not tell what it means. `word`: its value; null for what is not plain text. */
export const holdsSecret = (key: string, word: string | null): boolean =>
  mayHoldSecret(key) && word !== '' && !(secretKeys.has(key) && word !== null && isLabelValue(word));

const privateKey = /-----BEGIN [A-Z ]*PRIVATE KEY-----[^]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g;
const beforeHost = /:\/\/[^\s/@]*@/g;
const header = /(authorization["']?[ \t]*[:=][ \t]*["']?(?:\w{1,20}[ \t]+)?)[^\s"',;]+/gi;
const assigned = /(?<![\w.-])([\w.-]{1,64})([ \t]*=(?!=)[ \t]*)("[^"]*"|'[^']*'|[^\s,;&]+)/g;
const named = /(?<![\w.-])([\w.-]{1,64})["']?[ \t]*[:=]([ \t]+[A-Za-z0-9]{1,63}[ \t]*(?=[,}\]\r\n]|$))?/g;
const told = /(?<![\w.-])([\w.-]{1,64})(?:["']|["']?(?=:\s)):\s*[^\s]/g;

/** A text without the secrets that are seen wherever it stands: in an address, a header, behind `PASSWORD=`, a private key. */
export const withoutSecrets = (text: string): string =>
  text
    .replace(privateKey, '')
    .replace(beforeHost, (whole) => (whole.lastIndexOf(':') > 0 ? '://' : whole))
    .replace(header, '$1-')
    .replace(assigned, (whole, name: string, sign: string) =>
      namesSecret(name) ? `${name}${sign}""` : whole,
    );

/** A text has such a secret in it, or one that is told as in YAML or JSON. */
export const tellsSecret = (text: string): boolean =>
  withoutSecrets(text) !== text || Array.from(text.matchAll(told), ([, name = '']) => name).some(namesSecret);

/** A quick look at a text of any style: false is certain. */
export function mayTellSecret(text: string): boolean {
  for (const [, name = '', label] of text.matchAll(named)) {
    if (mayHoldSecret(name) && (label === undefined || !secretKeys.has(name))) return true;
  }
  return /:\/\/[^\s/@]*@|PRIVATE KEY/.test(text);
}
