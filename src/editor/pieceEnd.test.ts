import { describe, expect, it } from 'vitest';
import { pieceEnd } from './pieceEnd';

function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  for (let start = 0; start < text.length;) {
    const end = pieceEnd(text, start);
    pieces.push(text.slice(start, end));
    start = end;
  }
  return pieces;
}

describe('a text that comes in pieces', () => {
  it('is whole in the end, and each piece but the last ends with a line', () => {
    const text = Array.from({ length: 18_000 }, (_, line) => `line ${String(line)} of many\n`).join('');
    const pieces = piecesOf(text);
    expect(pieces.join('')).toBe(text);
    expect(pieces.length).toBeGreaterThan(5);
    for (const piece of pieces.slice(0, -1)) expect(piece.endsWith('\n')).toBe(true);
  });

  it('is one piece when it is small, or has only one line', () => {
    expect(pieceEnd('kind: Pod\n', 0)).toBe(10);
    expect(pieceEnd('x'.repeat(1_000_000), 0)).toBe(1_000_000);
  });
});
