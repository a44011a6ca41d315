const texts = import.meta.glob<string>('./curriculum/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The lessons as they are written, in their order: one Markdown file each, for the engine to read. */
export const curriculum: readonly string[] = Object.keys(texts)
  .sort()
  .flatMap((path) => texts[path] ?? []);
