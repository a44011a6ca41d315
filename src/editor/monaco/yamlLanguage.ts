import * as monaco from 'monaco-editor/editor';
import { configureMonacoYaml } from 'monaco-yaml';
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

const monacoAsExpected: unknown = {
  ...monaco,
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
