import * as monaco from 'monaco-editor/editor';
import { configureMonacoYaml } from 'monaco-yaml';
import { foldableBlocks } from '../foldableBlocks';
import { manifestSchema } from '../schemas/manifest';
import EditorWorker from './editor.worker?worker';
import YamlWorker from './yaml.worker?worker';

self.MonacoEnvironment = { getWorker: () => new EditorWorker() };

/** What monaco-yaml still expects of Monaco: that it finds the worker by itself. */
interface OldWorkerOptions {
  readonly createData?: unknown;
}

/** Started and not in use yet; undefined before there was any. */
let spare: Worker | null | undefined;

/** Somebody is about to type: the worker can start before it is asked to indent or suggest something. */
export function startYamlWorker(): void {
  if (spare === undefined) spare = new YamlWorker();
}

/** Monaco now wants to be given the worker. Its first message boots it, the second is its configuration. */
function createYamlWorker({ createData }: OldWorkerOptions): monaco.editor.MonacoWebWorker<object> {
  const worker = spare ?? new YamlWorker();
  spare = null;
  worker.postMessage('boot');
  worker.postMessage(createData);
  return monaco.editor.createWebWorker({ worker });
}

/**
 * monaco-yaml calls every suggestion a snippet. Behind a word that is typed in full already Enter would then take the
 * suggestion, which changes nothing, instead of ending the line.
 */
function registerPlainly(
  selector: monaco.languages.LanguageSelector,
  provider: monaco.languages.CompletionItemProvider,
): monaco.IDisposable {
  return monaco.languages.registerCompletionItemProvider(selector, {
    ...provider,
    provideCompletionItems: async (...asked) => {
      const list = await provider.provideCompletionItems(...asked);
      return list && { ...list, suggestions: list.suggestions.map(withoutSnippet) };
    },
  });
}

const SNIPPET = monaco.languages.CompletionItemInsertTextRule.InsertAsSnippet;

/** What has no place to fill in is plain text. */
function withoutSnippet(item: monaco.languages.CompletionItem): monaco.languages.CompletionItem {
  if (item.insertTextRules !== SNIPPET || /[$\\]/.test(item.insertText)) return item;
  return { ...item, insertTextRules: monaco.languages.CompletionItemInsertTextRule.None };
}

/** Its own folding parses the whole text after every edit: a second of the processor's time for a thousand policies. */
const registerFolding = (selector: monaco.languages.LanguageSelector): monaco.IDisposable =>
  monaco.languages.registerFoldingRangeProvider(selector, {
    provideFoldingRanges: (model) => [...foldableBlocks(model.getLinesContent())],
  });

const monacoAsExpected: unknown = {
  ...monaco,
  languages: {
    ...monaco.languages,
    registerCompletionItemProvider: registerPlainly,
    registerFoldingRangeProvider: registerFolding,
  },
  editor: { ...monaco.editor, createWebWorker: createYamlWorker },
};

/** Completion, hover and outline for manifests. No validation: the engine owns the squiggles. */
export function registerYaml(): void {
  configureMonacoYaml(monacoAsExpected as Parameters<typeof configureMonacoYaml>[0], {
    schemas: [{ uri: 'inmemory://schema/manifest.json', fileMatch: ['*'], schema: manifestSchema() }],
    enableSchemaRequest: false,
    validate: false,
    format: { enable: false },
    hoverSchemaSource: false,
  });
}
