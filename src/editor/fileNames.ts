/** What a new tab is called until it is renamed; the store numbers it when the name is taken. */
export const NEW_FILE_NAME = 'untitled.yaml';

/** The file name meant by what was typed: no folders, `.yaml` when there is no ending. Null when nothing is left. */
export function nameFromInput(input: string): string | null {
  const name = input
    .replaceAll(/[/\\\p{Cc}]/gu, '')
    .trim()
    .slice(0, 100);
  if (name === '' || /^\.+$/.test(name)) return null;
  return /.\.[A-Za-z0-9]+$/.test(name) ? name : `${name.replace(/\.+$/, '')}.yaml`;
}
