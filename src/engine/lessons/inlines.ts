/** A piece of a line of text. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong'; readonly inlines: readonly Inline[] }
  | { readonly kind: 'em'; readonly inlines: readonly Inline[] }
  /** `href` begins with https:// */
  | { readonly kind: 'link'; readonly href: string; readonly inlines: readonly Inline[] };

/** In order: an escaped sign, code, a link, bold, emphasis with stars, emphasis with underscores. */
const PIECES =
  /\\([\\`*_{}[\]()#+.!<>|-])|(`+)(.+?)\2(?!`)|\[([^\][]+)\]\(([^()\s]*)\)|\*\*(?=\S)(.+?)\*\*|\*(?=[^\s*])([^*]+)\*|(?<!\w)_(?=\S)([^_]+)_(?!\w)/g;

/** Reads what stands in one line or paragraph. A link to anything but https:// is its words only. */
export function readInlines(text: string): readonly Inline[] {
  const inlines: Inline[] = [];
  let plain = '';
  let at = 0;
  const add = (inline: Inline): void => {
    if (plain !== '') inlines.push({ kind: 'text', text: plain });
    plain = '';
    inlines.push(inline);
  };
  for (const piece of text.matchAll(PIECES)) {
    const [all, escaped, , code, label, href = '', strong, star, underscore] = piece;
    plain += text.slice(at, piece.index);
    at = piece.index + all.length;
    const em = star ?? underscore;
    if (escaped !== undefined) plain += escaped;
    else if (code !== undefined)
      add({ kind: 'code', text: /^ .*[^ ].* $/.test(code) ? code.slice(1, -1) : code });
    else if (label !== undefined && /^https:\/\/[^\s"'<>\\]+$/.test(href)) {
      add({ kind: 'link', href, inlines: readInlines(label) });
    } else if (label !== undefined) plain += label;
    else if (strong !== undefined) add({ kind: 'strong', inlines: readInlines(strong) });
    else if (em !== undefined) add({ kind: 'em', inlines: readInlines(em) });
  }
  plain += text.slice(at);
  if (plain !== '') inlines.push({ kind: 'text', text: plain });
  return inlines;
}
