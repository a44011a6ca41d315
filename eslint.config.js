import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Who may import whom: each folder of src, and the other folders it may import. */
const mayImport = {
  language: [],
  engine: [],
  ui: [],
  worker: ['engine'],
  state: ['engine', 'worker'],
  intake: ['engine', 'state', 'ui'],
  editor: ['engine', 'state', 'ui'],
  graph: ['engine', 'state', 'ui'],
  inspector: ['engine', 'state', 'ui'],
  matrix: ['engine', 'state', 'ui'],
  tester: ['engine', 'state', 'ui'],
  expectations: ['engine', 'state', 'ui'],
  comparison: ['engine', 'state', 'ui'],
  coverage: ['engine', 'state', 'ui'],
  plugin: ['engine', 'state', 'ui'],
  search: ['engine', 'state', 'ui'],
  exports: ['engine', 'state', 'ui'],
  share: ['engine', 'state', 'ui'],
  examples: ['engine', 'state', 'ui'],
  lessons: ['engine', 'state', 'ui'],
  offline: ['ui'],
  tour: ['state', 'ui'],
  glossary: ['ui'],
  app: [
    'engine',
    'worker',
    'state',
    'ui',
    'intake',
    'editor',
    'graph',
    'inspector',
    'matrix',
    'tester',
    'expectations',
    'comparison',
    'coverage',
    'plugin',
    'search',
    'exports',
    'share',
    'examples',
    'lessons',
    'offline',
    'tour',
    'glossary',
  ],
  cli: ['engine', 'intake'],
  bench: ['engine', 'worker', 'intake'],
};

/** What everybody may import: all of them speak. */
const everywhere = ['language'];

/** The engine's stages look back only: each may import those before it, and never the surface above them. */
const stages = ['parse', 'model', 'compile', 'evaluate', 'explain', 'findings'];

/** Above the stages: what puts them together. */
const engineSurface = ['index.ts', 'pipeline.ts', 'retell.ts', 'session.ts'];

/** The slow evaluator and the truth tables check the engine; nothing that ships may depend on them. */
const referenceFolders = ['src/engine/oracle', 'src/engine/conformance'];
const testCode = [
  '**/*.test.{ts,tsx}',
  '**/*.testing.ts',
  '**/*.test-data.ts',
  '**/testing/**',
  ...referenceFolders.map((folder) => `${folder}/**`),
  'src/bench/**',
];

const folders = readdirSync(new URL('src', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
const missing = folders.filter((folder) => !(folder in mayImport));
if (missing.length > 0)
  throw new Error(`eslint.config.js: say what src/${missing[0]} may import (mayImport).`);

/** @param {readonly string[]} more folders that are open to everybody */
const betweenFolders = (more = []) =>
  Object.entries(mayImport).map(([folder, allowed]) => ({
    target: `src/${folder}`,
    from: 'src',
    except: [...new Set([folder, ...everywhere, ...allowed, ...more])].map((name) => `./${name}`),
    message: `src/${folder} imports only ${[...everywhere, ...allowed].join(', ')}.`,
  }));

const betweenStages = stages.map((stage, index) => ({
  target: `src/engine/${stage}`,
  from: [...stages.slice(index + 1), ...engineSurface].map((later) => `src/engine/${later}`),
  message: `The engine's stages look back only: ${stages.join(' <- ')}.`,
}));

const throughTheSurface = Object.keys(mayImport)
  .filter((folder) => folder !== 'engine')
  .map((folder) => ({
    target: `src/${folder}`,
    from: 'src/engine',
    except: ['./index.ts', './retell.ts'],
    message: "Import from the engine's surface, src/engine/index.ts.",
  }));

const notInWhatShips = {
  target: 'src',
  from: referenceFolders,
  message: 'Only tests may use the reference engine.',
};

/**
 * @param {readonly object[]} zones
 * @returns {['error', object]}
 */
const restrictedPaths = (zones) => ['error', { basePath: root, zones }];

export default defineConfig(
  { ignores: ['dist', '.cache', 'test-results', 'playwright-report'] },
  {
    files: ['**/*.{ts,tsx,js}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    plugins: { 'import-x': importX },
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: root } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    settings: {
      // Without the next two, import-x sees no TypeScript file and its rules report nothing.
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
      'import-x/resolver-next': [createTypeScriptImportResolver({ project: `${root}tsconfig.json` })],
      'import-x/extensions': ['.ts', '.tsx', '.js'],
    },
    rules: {
      eqeqeq: 'error',
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-duplicates': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A union gains a member: the compiler shall name every place, so no default may swallow it.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { allowDefaultCaseForExhaustiveSwitch: false, considerDefaultExhaustiveForUnions: false },
      ],
      // React Flow takes type aliases where it takes no interface.
      '@typescript-eslint/consistent-type-definitions': 'off',
      // `this: void` says that a store's function may be passed on by itself.
      '@typescript-eslint/no-invalid-void-type': ['error', { allowAsThisParameter: true }],
      // `() => store.set(x)` as a handler is plain enough.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector:
            ':matches(TaggedTemplateExpression[tag.name=/^(t|rich)$/], TaggedTemplateExpression[tag.callee.name="n"]):not(:function TaggedTemplateExpression)',
          message: 'Said before the language is chosen: put it in a function.',
        },
      ],
      'import-x/no-restricted-paths': restrictedPaths([
        ...betweenFolders(),
        ...betweenStages,
        ...throughTheSurface,
        notInWhatShips,
      ]),
    },
  },
  {
    files: ['src/cli/**', 'src/bench/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: testCode,
    // The benchmarks' clusters are good to test on.
    rules: { 'import-x/no-restricted-paths': restrictedPaths(betweenFolders(['bench'])) },
  },
  {
    files: ['src/engine/**/*.ts'],
    ignores: testCode,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '^(?!\\.|yaml$|ipaddr\\.js$)', message: 'The engine imports yaml and ipaddr.js only.' },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.js'],
    rules: {
      // Plain scripts: what they read from JSON and packages is not typed.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
);
