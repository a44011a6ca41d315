import * as monaco from 'monaco-editor/editor';
import { conf, language } from 'monaco-editor/languages/definitions/yaml/yaml';
import { configureMonacoYaml } from 'monaco-yaml';
import { enterRules } from '../enterRules';
import { foldableBlocks } from '../foldableBlocks';
import { manifestSchema } from '../schemas/manifest';
import EditorWorker from './editor.worker?worker';
import YamlWorker from './yaml.worker?worker';

self.MonacoEnvironment = { getWorker: () => new EditorWorker() };

/** What monaco-yaml still expects of Monaco: that it finds the worker by itself. */
interface OldWorkerOptions {
  readonly createData?: unknown;
}

/** Monaco now wants to be given the worker. Its first message boots it, the second is its configuration. */
function createYamlWorker({ createData }: OldWorkerOptions): monaco.editor.MonacoWebWorker<object> {
  const worker = new YamlWorker();
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
    provideFoldingRanges: (model) => [...foldableBlocks(model.getValue())],
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
  const { None, Indent } = monaco.languages.IndentAction;
  monaco.languages.setMonarchTokensProvider('yaml', language);
  monaco.languages.setLanguageConfiguration('yaml', {
    ...conf,
    onEnterRules: enterRules.map(({ beforeText, isIndented, appendText }) => ({
      beforeText,
      action: { indentAction: isIndented ? Indent : None, appendText },
    })),
  });
}
