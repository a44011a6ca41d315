// The engine's benchmarks, run on purpose: npm run bench
import { join } from 'node:path';
import { runBundled } from './bundle.js';
import { root } from './run.js';

// The ratios of the committed run are what later ones are held against.
if (!process.argv.includes('--baseline')) {
  process.argv.push('--baseline', join(root, 'benchmarks', 'engine.json'));
}
await runBundled('bench', { entry: 'src/bench/main.ts', sources: ['src'] });
