import * as monaco from 'monaco-editor/editor';
import { emptyPlaceAt, type EmptyPlace } from '../emptyPlace';
import type { Schema } from '../schemas/build';
import { fieldsAt } from '../schemas/fieldsAt';
import { documentTemplates, type Template } from '../templates';

const { CompletionItemInsertTextRule, CompletionItemKind } = monaco.languages;

const snippet = (
  { label, about, body }: Template,
  range: monaco.IRange,
  sortText: string,
): monaco.languages.CompletionItem => ({
  label,
  kind: CompletionItemKind.Snippet,
  insertText: body,
  insertTextRules: CompletionItemInsertTextRule.InsertAsSnippet,
  documentation: { value: `${about}\n\n\`\`\`yaml\n${body.replaceAll(/\$\{\d+:([^}]*)\}/g, '$1')}\`\`\`` },
  range,
  sortText,
});

/** What follows the key, so that typing can go on: a deeper line, a first entry, or a space. */
function afterKey({ type }: Schema, indent: string): string {
  if (type === 'object') return `\n${indent}  $0`;
  return type === 'array' ? `\n${indent}  - $0` : ' $0';
}

/** The fields the schema knows under a key; for where the YAML worker is silent. */
function fieldsUnder(
  objectKind: string,
  path: readonly string[],
  first: boolean,
  range: monaco.IRange,
): monaco.languages.CompletionItem[] {
  const found = fieldsAt(objectKind, path);
  // In the first document the worker knows fields, but no entries of lists.
  if (!found || (first && !found.inList)) return [];
  const [dash, indent] = found.inList ? ['- ', '  '] : ['', ''];
  return Object.entries(found.fields).map(([label, schema]) => ({
    label: `${dash}${label}`,
    filterText: label,
    kind: CompletionItemKind.Property,
    insertText: `${dash}${label}:${afterKey(schema, indent)}`,
    insertTextRules: CompletionItemInsertTextRule.InsertAsSnippet,
    documentation: { value: schema.markdownDescription ?? '' },
    range,
  }));
}

const startOfDocument = (range: monaco.IRange): monaco.languages.CompletionItem[] =>
  ['apiVersion', 'kind'].map((label) => ({
    label,
    kind: CompletionItemKind.Property,
    insertText: `${label}: `,
    command: { id: 'editor.action.triggerSuggest', title: '' },
    range,
  }));

function suggestionsAt(place: EmptyPlace, range: monaco.IRange): monaco.languages.CompletionItem[] {
  switch (place.kind) {
    case 'document':
      return [
        ...(place.first || range.startColumn < range.endColumn ? [] : startOfDocument(range)),
        ...documentTemplates().map((template, index) => snippet(template, range, `~${String(index)}`)),
      ];
    case 'afterDocument':
      return documentTemplates().map((template, index) =>
        snippet(
          { ...template, label: `--- ${template.label}`, body: `---\n${template.body}` },
          range,
          `~${String(index)}`,
        ),
      );
    case 'underKey':
      return fieldsUnder(place.objectKind, place.path, place.first, range);
  }
}

/** Offers templates where nothing is written yet, and fields where the YAML worker offers none. */
export function registerTemplates(): void {
  monaco.languages.registerCompletionItemProvider('yaml', {
    provideCompletionItems: (model, position) => {
      const line = model.getLineContent(position.lineNumber);
      const lines = model.getLinesContent();
      const place = emptyPlaceAt(
        lines.slice(0, position.lineNumber - 1),
        line.slice(0, position.column - 1),
        lines.slice(position.lineNumber),
      );
      if (!place || line.slice(position.column - 1).trim() !== '') return { suggestions: [] };
      const word = model.getWordUntilPosition(position);
      const range = new monaco.Range(
        position.lineNumber,
        word.startColumn,
        position.lineNumber,
        position.column,
      );
      return { suggestions: suggestionsAt(place, range) };
    },
  });
}
