import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, expect, it, vi } from 'vitest';
import { writeLines } from './writeLines';

afterEach(() => vi.restoreAllMocks());

it('a line stays one line, and commands nothing, whatever stands in it', async () => {
  const out = new PassThrough();
  vi.spyOn(process, 'stdout', 'get').mockReturnValue(out as unknown as typeof process.stdout);
  await writeLines(['a\n::error::b\u001B[31m\u009B', '→ é']);
  out.end();
  expect(await text(out)).toBe('a\\u000a::error::b\\u001b[31m\\u009b\n→ é\n');
});
