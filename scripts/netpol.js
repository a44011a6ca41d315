// The command line, straight from its sources: npm run --silent netpol -- list manifests/
import { runBundled } from './bundle.js';

await runBundled('netpol', {
  entry: 'src/cli/main.ts',
  sources: ['src/engine', 'src/cli', 'src/intake', 'src/language'],
});
