import { describe, expect, it } from 'vitest';
import { importSentences } from './importWords';

const dropped = { env: 0, args: 0, data: 0, annotations: 0, status: 0, other: 0 };

describe('what an import says', () => {
  it('is nothing when nothing came in', () => {
    expect(importSentences({ files: [], dump: null, isNewer: false, dropped, refused: [] })).toBe('');
  });

  it('names a few files and counts many', () => {
    expect(
      importSentences({ files: ['a.yaml', 'b.yaml'], dump: null, isNewer: false, dropped, refused: [] }),
    ).toMatch(/a\.yaml.*b\.yaml/);
    const many = importSentences({
      files: ['a', 'b', 'c', 'd.yaml'],
      dump: null,
      isNewer: false,
      dropped,
      refused: [],
    });
    expect(many).toContain('4');
    expect(many).not.toContain('d.yaml');
  });

  it('tells what was left out, and every reason for refusing', () => {
    const text = importSentences({
      files: ['a.yaml'],
      dump: null,
      isNewer: false,
      dropped: { ...dropped, env: 500 },
      refused: [{ name: 'b.png', reason: 'It is not text.' }],
    });
    expect(text).toContain('500');
    expect(text).toContain('b.png');
    expect(text).toContain('It is not text.');
  });
});
