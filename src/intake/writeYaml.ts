/** Words that some reader of YAML takes for something else than text. */
const word = /^(?:true|false|yes|no|on|off|y|n|null|nan|inf)$/i;
const plain = /^(?:[A-Za-z_/][\w./-]*(?::[\w./-]+)*|\d{1,3}(?:\.\d{1,3}){3})$/;

/** A plain value as YAML in the block style that kubectl writes; text that could be mistaken is quoted. */
export function writeYaml(value: unknown): string {
  const lines: string[] = [];
  write(value, '', '', lines);
  lines.push('');
  return lines.join('\n');
}

/** `first` is what stands before the value's first line, `indent` before all others. */
function write(value: unknown, first: string, indent: string, lines: string[]): void {
  if (typeof value !== 'object' || value === null) {
    lines.push(first + scalarText(value));
    return;
  }
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries())
      write(item, `${index === 0 ? first : indent}- `, `${indent}  `, lines);
    if (value.length === 0) lines.push(`${first}[]`);
    return;
  }
  const entries = Object.entries(value);
  if (entries.length === 0) lines.push(`${first}{}`);
  let before = first;
  for (const [key, child] of entries as [string, unknown][]) {
    const head = `${before}${scalarText(key)}:`;
    before = indent;
    if (!isNested(child)) {
      write(child, `${head} `, indent, lines);
      continue;
    }
    lines.push(head);
    const deeper = Array.isArray(child) ? indent : `${indent}  `;
    write(child, deeper, deeper, lines);
  }
}

const isNested = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0;

function scalarText(value: unknown): string {
  if (typeof value === 'number') return numberText(value);
  if (typeof value !== 'string') return String(value);
  return plain.test(value) && !word.test(value) ? value : JSON.stringify(value);
}

function numberText(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  if (!Number.isFinite(value)) return value < 0 ? '-.inf' : '.inf';
  return Object.is(value, -0) ? '-0' : String(value);
}
