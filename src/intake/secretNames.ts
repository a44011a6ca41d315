const secretName =
  /(?:(?:^|[-_.])(?:pass|pwd|authorization|bearer|cookies?|dsn|jwt|(?:access|account|api|encryption|license|master|private|session|shared|signing|ssh)[-_]?keys?)|pass(?:word|wd|phrase)|secrets?|tokens?|credentials?|connection[-_]?strings?)(?:[-_.]|$)/i;

/** The key says that its value is secret; as the last word of it or one by itself, so that `passthrough` does not. */
export const namesSecret = (key: string): boolean =>
  secretName.test(key.replace(/([a-z\d])([A-Z])/g, '$1-$2'));

const privateKey = /-----BEGIN [A-Z ]*PRIVATE KEY-----[^]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g;
const beforeHost = /:\/\/[^\s/@]*@/g;
const assigned = /(?<![\w.-])([\w.-]{1,64})([ \t]*=(?!=)[ \t]*)("[^"]*"|'[^']*'|[^\s,;&]+)/g;
const told = /(?<![\w.-])([\w.-]{1,64})(?:["']|["']?(?=:\s)):\s*[^\s]/g;

/** A text without the secrets that are seen wherever it stands: in an address, behind `PASSWORD=`, a private key. */
export const withoutSecrets = (text: string): string =>
  text
    .replace(privateKey, '')
    .replace(beforeHost, (whole) => (whole.lastIndexOf(':') > 0 ? '://' : whole))
    .replace(assigned, (whole, name: string, sign: string) =>
      namesSecret(name) ? `${name}${sign}""` : whole,
    );

/** A text has such a secret in it, or one that is told as in YAML or JSON. */
export const tellsSecret = (text: string): boolean =>
  withoutSecrets(text) !== text || Array.from(text.matchAll(told), ([, name = '']) => name).some(namesSecret);
