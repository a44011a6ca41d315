import { contentStart } from '../parse/contentStart';

/**
 * The fields of the metadata of a text that cannot be parsed and holds one object, as far as each is there once, with
 * a value that is one word: what is in doubt is left out.
 */
export function readBrokenMetadata(text: string): ReadonlyMap<string, string> {
  const start = contentStart(text);
  const blocks = [...text.matchAll(/^\uFEFF?metadata:[ \t]*(?:\r?\n)?/gm)];
  if (blocks.length > 1) return new Map();
  const rest = blocks.map(({ index, 0: key }) => text.slice(index + key.length))[0];
  const flow = text.startsWith('{', start) ? flowFields(text.slice(start)).get('metadata') : rest;
  if (flow?.startsWith('{') !== true) return rest === undefined ? new Map() : blockFields(rest);
  const words = new Map<string, string>();
  for (const [key, value] of flowFields(flow)) {
    const word = /^(["']?)([\w.-]+)\1$/.exec(value)?.[2];
    if (word !== undefined) words.set(key, word);
  }
  return words;
}

/** What stands for each key of the map in braces that starts the text, up to its end or to a line in block style. */
function flowFields(text: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  const repeated = new Set<string>();
  const signs = /"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[ \t]#.*|[{}[\],]|\n(?=[\w-]+:)|$/g;
  let depth = 0;
  let entry = '';
  let from = 1;
  for (let found = signs.exec(text); found; found = signs.exec(text)) {
    const [sign] = found;
    const isEnd = sign === '' || sign === '\n' || (depth === 1 && sign === '}');
    if (sign.length === 1 && '{['.includes(sign)) depth++;
    if (isEnd || (depth === 1 && sign === ',') || sign.trimStart().startsWith('#')) {
      entry += text.slice(from, found.index);
      from = found.index + sign.length;
    }
    if (isEnd || (depth === 1 && sign === ',')) {
      const [, key, value = ''] = /^\s*["']?(\w+)["']?\s*:([^]*)$/.exec(entry) ?? [];
      if (key !== undefined && fields.has(key)) repeated.add(key);
      if (key !== undefined) fields.set(key, value.trim());
      entry = '';
    }
    if (isEnd) break;
    if (sign.length === 1 && '}]'.includes(sign)) depth--;
  }
  for (const key of repeated) fields.delete(key);
  return fields;
}

/** The fields of the indented lines that start the text, as far as each is written once, on one line. */
function blockFields(text: string): ReadonlyMap<string, string> {
  const body = /^(?:[ \t]+.*(?:\r?\n|$)|\r?\n)*/.exec(text)?.[0] ?? '';
  const indent = /^[ \t]+/.exec(body)?.[0] ?? '';
  const fields = new Map<string, string>();
  const repeated = new Set<string>();
  for (const line of body.split('\n')) {
    const match = /^([ \t]+)(\w+):[ \t]+["']?([\w.-]+)["']?[ \t]*(?:#.*)?\r?$/.exec(line);
    const [, depth, key, value] = match ?? [];
    if (depth !== indent || key === undefined || value === undefined) continue;
    if (fields.has(key)) repeated.add(key);
    fields.set(key, value);
  }
  for (const key of repeated) fields.delete(key);
  return fields;
}
