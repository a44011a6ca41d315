import { describe, expect, it } from 'vitest';
import { examples, loadFiles } from '../examples';
import { appliable, oneYaml } from '../exports/yaml';
import { LINK_MOST, QR_MOST } from '../share/limits';
import { linksForEver } from '../share/links.test-data';
import { workspaceParameter } from '../share';

describe('the examples', () => {
  it('fit a link when they were changed, and most a QR code', async () => {
    const lengths = await Promise.all(
      examples.map(async (example) => {
        const files = await loadFiles(example);
        const link = await workspaceParameter({ files, active: 0, cni: 'spec', example: null });
        return link.length;
      }),
    );
    expect(Math.max(...lengths)).toBeLessThan(LINK_MOST);
    expect(lengths.filter((length) => length < QR_MOST).length).toBeGreaterThan(examples.length / 2);
  });

  it('of links that were given away are there', () => {
    const ids = linksForEver.flatMap(({ opens }) => (opens.kind === 'example' ? [opens.id] : []));
    expect(ids.length).toBeGreaterThan(0);
    for (const id of ids) expect(examples.map((example) => example.id)).toContain(id);
  });

  it('are exported as they are written', async () => {
    for (const files of await Promise.all(examples.map(loadFiles))) {
      expect(appliable(files)).toEqual(files);
      for (const { text } of files) expect(oneYaml(files)).toContain(text.trimEnd());
    }
  });
});
