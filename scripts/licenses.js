// Writes THIRD_PARTY_LICENSES.md, the licences of what ends up in the bundle; --check only compares.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.js';

const target = join(root, 'THIRD_PARTY_LICENSES.md');

/** @param {string} path */
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** @param {string} text */
const tidy = (text) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .trim();

/** Production packages as the lock file has them, by name. */
function packages() {
  /** @type {Record<string, { dev?: boolean, devOptional?: boolean, optional?: boolean, peer?: boolean }>} */
  const locked = readJson(join(root, 'package-lock.json')).packages;
  return Object.entries(locked)
    .filter(([path, entry]) => path !== '' && !entry.dev && !entry.devOptional && !entry.optional)
    .map(([path]) => {
      const folder = join(root, path);
      const { name, version, license } = readJson(join(folder, 'package.json'));
      const texts = readdirSync(folder)
        .filter((file) => /^(licen[cs]e|copying|notice)\b/i.test(file) && !/\.(js|json)$/i.test(file))
        .sort()
        .map((file) => tidy(readFileSync(join(folder, file), 'utf8')));
      return { title: `${name} ${version}`, license: String(license), text: texts.join('\n\n') };
    })
    .sort((a, b) => (a.title < b.title ? -1 : 1));
}

function page() {
  const all = packages();
  /** @type {Map<string, string[]>} */
  const byText = new Map();
  for (const { title, text } of all) if (text) byText.set(text, [...(byText.get(text) ?? []), title]);
  return [
    '# Licences of bundled packages',
    'Written by `npm run licenses` from the lock file; `npm run check` compares.',
    [
      '| package | licence |',
      '| --- | --- |',
      ...all.map(({ title, license }) => `| ${title} | ${license} |`),
    ].join('\n'),
    ...[...byText].map(([text, titles]) => `## ${titles.join(', ')}\n\n\`\`\`\`text\n${text}\n\`\`\`\``),
    '',
  ].join('\n\n');
}

const wanted = page();
if (!process.argv.includes('--check')) {
  writeFileSync(target, wanted);
} else if (tidy(readFileSync(target, 'utf8')) !== tidy(wanted)) {
  console.error('THIRD_PARTY_LICENSES.md is out of date: run `npm run licenses`.');
  process.exitCode = 1;
}
