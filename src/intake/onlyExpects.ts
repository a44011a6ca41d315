const kindLine = /^["' {]*kind["']?[ \t]*:[ \t]*["']?(\w+)/gm;

/** Whether a text says only what must hold: then it is for the cluster that is open, not in place of it. */
export function onlyExpects(text: string): boolean {
  if (!text.includes('netpol-playground/')) return false;
  return Array.from(text.matchAll(kindLine), (match) => match[1]).every((kind) => kind === 'Expectations');
}
