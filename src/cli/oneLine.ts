/** What comes from manifests must be no command to a terminal, and no line of its own, to a CI, either. */
export const oneLine = (text: string): string => text.replace(/\p{Cc}/gu, escaped);

const escaped = (control: string): string => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`;
