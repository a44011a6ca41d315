type Next = (below: number) => number;

const signs = Array.from(' \n:-#"\'{}[]&*!|>%@`,?~\t\r\\=_.0a/é');

const words = [
  ...[
    'null',
    '~',
    'true',
    'yes',
    'off',
    '80',
    '0x50',
    '010',
    '1_000',
    '1e3',
    '.5',
    '.inf',
    '{}',
    '[]',
    '""',
    "''",
  ],
  ...[
    '|',
    '|-',
    '>2',
    '"a b"',
    "'it''s'",
    '"\\x41"',
    '"\\q"',
    '&a x',
    '*a',
    '!!str x',
    '<<',
    'a: b',
    'a #b',
    'a# b',
  ],
  ...['- x', '-x', 'x y', ':x', 'x:', '10.0.0.1', '::1', 'TCP', 'Web', '', 'aa', '-1', '0', '65536', '1.0'],
];

const lines = [
  ...[
    '# note',
    '',
    ' ',
    '  a: b',
    'a: b',
    '- a',
    '  - a',
    '<<: x',
    'name: x',
    '  name: x',
    'labels: {}',
    '...',
  ],
  ...[
    '"a": b',
    "'name': c",
    '? a',
    ': b',
    'lables:',
    '    x: |',
    '      text',
    '1: x',
    'null: x',
    'true: x',
    'a:',
  ],
];

/** The text after some slips of the hand, most of which leave it nearly right. */
export function slips(text: string, count: number, next: Next): string {
  let slipped = text;
  for (let slip = 0; slip < count; slip++) slipped = slipOnce(slipped, next);
  return slipped;
}

function slipOnce(text: string, next: Next): string {
  const rows = text.split('\n');
  const at = next(rows.length);
  const row = rows[at] ?? '';
  const column = next(row.length + 1);
  const replaced = (...by: readonly string[]): string => rows.toSpliced(at, 1, ...by).join('\n');
  switch (next(14)) {
    case 0:
      return replaced();
    case 1:
      return replaced(row, row);
    case 2:
      return replaced(` ${row}`);
    case 3:
      return replaced(row.replace(/^ /, ''));
    case 4:
      return replaced(`  ${row}`);
    case 5:
      return replaced(row.slice(0, column) + (signs[next(signs.length)] ?? '') + row.slice(column));
    case 6:
      return replaced(row.slice(0, column) + row.slice(column + 1));
    case 7:
      return replaced(row.slice(0, column) + (signs[next(signs.length)] ?? '') + row.slice(column + 1));
    case 8:
    case 9:
      return replaced(
        row.replace(/(^ *(?:- )?[^ :]+:|^ *-)(?: .*)?$/, `$1 ${words[next(words.length)] ?? ''}`),
      );
    case 10:
      return replaced(row, (/^ */.exec(row)?.[0] ?? '') + (lines[next(lines.length)] ?? ''));
    case 11:
      return replaced(row, lines[next(lines.length)] ?? '');
    case 12:
      return replaced(rows[next(rows.length)] ?? '', row);
    default:
      return replaced(row.replace(/[^ :-]+(?=:)/, words[next(words.length)] ?? ''));
  }
}
