/** The YAML language's worker, under a name that development's dependency scan finds. */
import 'monaco-yaml/yaml.worker';
