/** Monaco's own worker, under a name that development's dependency scan finds. */
import 'monaco-editor/editor/editor.worker';
