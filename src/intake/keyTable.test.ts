import { describe, expect, it } from 'vitest';
import { KeyTable, type KnownKey } from './keyTable';
import { LineTable } from './lineTable';
import { fields, labels, scalar, type Shape } from './shape';

/** The keys of a map that has one on every line, each looked for behind the one before. */
function keysIn(table: KeyTable, text: string): (KnownKey | null)[] {
  const lines = new LineTable();
  lines.read(text, 0, text.length);
  let before = table.start;
  return Array.from({ length: lines.count }, (_, index) => {
    const key = table.after(before, lines, lines.start(index), lines.end(index));
    before = key ?? before;
    return key;
  });
}

const namesIn = (table: KeyTable, text: string): (string | undefined)[] =>
  keysIn(table, text).map((key) => key?.name);

describe('the keys of a shape', () => {
  const shape: Shape = fields({ name: scalar, namespace: scalar });

  it('are what is kept or left out, and counted by what they are', () => {
    const [name, status, other] = keysIn(new KeyTable(shape), 'name: a\nstatus:\nuid: x\n');
    expect(name?.inner).toBe(scalar);
    expect([status?.inner, status?.block]).toEqual([null, 'status']);
    expect([other?.inner, other?.block]).toEqual([null, 'other']);
  });

  it('are told from longer and shorter ones, also where another is expected', () => {
    const table = new KeyTable(shape);
    expect(namesIn(table, 'name: a\nnamespace: b\n')).toEqual(['name', 'namespace']);
    expect(namesIn(table, 'namespace: b\nname: a\n')).toEqual(['namespace', 'name']);
    expect(namesIn(table, 'nam: a\nname:\nnames: c\n')).toEqual(['nam', 'name', 'names']);
  });

  it('are none where the line is no plain entry, whatever was expected', () => {
    const table = new KeyTable(shape);
    expect(namesIn(table, 'name: a\nnamespace: b\n')).toEqual(['name', 'namespace']);
    for (const line of ['name', 'name:a', '"name": a', 'näme: a', '- name: a', 'name :', ': a'])
      expect(namesIn(table, `${line}\n`), line).toEqual([undefined]);
  });

  it('are found behind text that is not of ASCII, and beyond as many as are remembered', () => {
    const table = new KeyTable(labels);
    const text = Array.from({ length: 1500 }, (_, index) => `k${String(index)}: ü😀\n`).join('');
    for (let round = 0; round < 2; round++) {
      const found = keysIn(table, text);
      expect(found.map((key) => key?.name)).toEqual(found.map((_, index) => `k${String(index)}`));
      expect(found.every((key) => key?.inner === scalar)).toBe(true);
    }
  });
});
