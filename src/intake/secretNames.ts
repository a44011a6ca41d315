const secretName =
  /(?:^|[-_.])(?:pass(?:word|wd|phrase)?|pwd|secrets?|tokens?|credentials?|(?:api|private|access)[-_]?keys?)(?:[-_.]|$)/i;

/** The key says that its value is secret; as a whole word of it, so that `passthrough` does not. */
export const namesSecret = (key: string): boolean =>
  secretName.test(key.replace(/([a-z\d])([A-Z])/g, '$1-$2'));
