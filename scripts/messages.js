// Writes the catalogue of every interface text, src/language/messages.json: the English pattern, and where it stands.
// node scripts/messages.js --check: fails when it is not up to date, or when a translation lacks something.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { root } from './run.js';

const folder = join(root, 'src', 'language');
const catalogue = join(folder, 'messages.json');
const tags = /^(?:t|rich|n\()/;
const ignored = /\.(?:test|testing|test-data|d)\.|\/(?:oracle|conformance|bench|cli|testing)\//;

const found = collected();
const written = `${JSON.stringify(found, null, 2)}\n`;
const isCheck = process.argv.includes('--check');
/** @type {string[]} */
const problems = [];
if (!isCheck) writeFileSync(catalogue, written);
else if (readFileSync(catalogue, 'utf8') !== written)
  problems.push('src/language/messages.json is not up to date: run `npm run messages`.');

for (const name of readdirSync(folder).filter((file) => /^[a-z]{2,3}\.json$/.test(file))) {
  /** @type {Record<string, string>} */
  const messages = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  for (const key of Object.keys(found))
    if (messages[key] === undefined) problems.push(`${name} lacks ${JSON.stringify(key)} (${found[key]})`);
  for (const [key, text] of Object.entries(messages)) {
    if (found[key] === undefined) problems.push(`${name}: nothing says ${JSON.stringify(key)} any more`);
    else if (!fits(key, text, name.replace('.json', '')))
      problems.push(
        `${name}: the places or forms of ${JSON.stringify(key)} are not those of ${JSON.stringify(text)}`,
      );
  }
}
for (const problem of problems) console.error(problem);
console.log(`${Object.keys(found).length} messages, ${problems.length} problems`);
if (problems.length > 0) process.exitCode = 1;

/**
 * Every place stands in the translation; what is counted has a form per plural category.
 * @param {string} key
 * @param {string} text
 * @param {string} code
 */
function fits(key, text, code) {
  const forms = text.split('|');
  const isCounted = key.includes('|');
  const wanted = isCounted ? new Intl.PluralRules(code).resolvedOptions().pluralCategories.length : 1;
  if (forms.length !== wanted) return false;
  const used = new Set(text.match(/\{\d+\}/g) ?? []);
  const places = new Set(key.match(/\{\d+\}/g) ?? []);
  // A count is said twice in English, once per form.
  return [...used].every((place) => places.has(place)) && (isCounted || used.size === places.size);
}

/** @returns {Record<string, string>} the first file of each message, by its pattern */
function collected() {
  /** @type {Map<string, string>} */
  const first = new Map();
  for (const path of sources(join(root, 'src'))) {
    const text = readFileSync(path, 'utf8');
    if (!/\b(?:t|rich|n\([^`]*\))`/.test(text)) continue;
    const source = ts.createSourceFile(
      path,
      text,
      ts.ScriptTarget.Latest,
      false,
      path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
    );
    /** @param {ts.Node} node */
    const visit = (node) => {
      if (ts.isTaggedTemplateExpression(node) && tags.test(text.slice(node.tag.pos, node.tag.end).trim())) {
        const { template } = node;
        const strings = ts.isNoSubstitutionTemplateLiteral(template)
          ? [template.text]
          : [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)];
        const key = strings.reduce((all, part, index) => `${all}{${index - 1}}${part}`);
        if (!first.has(key)) first.set(key, relative(root, path));
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return Object.fromEntries([...first].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * @param {string} directory
 * @returns {string[]}
 */
function sources(directory) {
  return readdirSync(directory, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(directory, entry.name);
      if (entry.isDirectory()) return sources(path);
      return /\.tsx?$/.test(path) && !ignored.test(path) ? [path] : [];
    });
}
