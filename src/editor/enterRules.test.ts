import { expect, it } from 'vitest';
import { enterRules } from './enterRules';

/** What the editor does with the rules, two spaces to a step. */
function indentAfter(line: string): string {
  const rule = enterRules.find(({ beforeText }) => beforeText.test(line));
  const outer = /^\s*/.exec(line)?.[0] ?? '';
  return outer + (rule?.isIndented ? '  ' : '') + (rule?.appendText ?? '');
}

it.each([
  ['metadata:', '  '],
  ['metadata: # of it', '  '],
  ['  name: web', '  '],
  ['', ''],
  ['    # a comment:', '    '],
  ['  ingress:', '    '],
  ['  "quoted key":', '    '],
  ['    - from:', '        '],
  ['        - podSelector:', '            '],
  ['        - ipBlock: # theirs', '            '],
  ['        - port: 80', '          '],
  ['        - port: 80 # http', '          '],
  ['    - Ingress', '    - '],
  ['    - Ingress # in', '    - '],
  ['    -', '    '],
  ['    - # nothing yet', '    '],
  ['    - {port: 80}', '    '],
  ['    - podSelector: {}', '    '],
  ['    - allow: { from: shop/web, to: shop/api }', '    '],
  ['    - [a, b]', '    '],
  ['  text: |', '    '],
  ['  text: >-', '    '],
  ['  cidr: "::/0"', '  '],
  ['  ip: fd00::', '  '],
])('after %j comes %j', (line, next) => {
  expect(indentAfter(line)).toBe(next);
});
