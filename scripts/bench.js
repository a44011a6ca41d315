// The benchmarks, run on purpose: npm run bench
import { runBundled } from './bundle.js';

await runBundled('bench', { entry: 'src/bench/main.ts', sources: ['src'] });
