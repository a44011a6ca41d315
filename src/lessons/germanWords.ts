/** The words of the lessons in German, by the path of their file. */
export const words = import.meta.glob<string>('./curriculum/de/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});
