// What the page costs in a real browser, run on purpose: npm run bench:browser -- [--quick] [--json FILE]
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { launchArguments, provideBrowser } from './browser.js';
import { runBundled } from './bundle.js';
import { root } from './run.js';

const PORT = '41732';
const address = `http://127.0.0.1:${PORT}/`;

const browser = provideBrowser();
const server = spawn(process.execPath, [join(root, 'scripts', 'serve.js'), '--strict-port', '--port', PORT], {
  stdio: 'ignore',
});
try {
  for (let tries = 0; tries < 50; tries++) {
    const answers = await fetch(address).then(
      () => true,
      () => false,
    );
    if (answers) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  process.argv.push('--address', address, '--browser', browser.path);
  process.argv.push(`--arguments=${launchArguments.join(' ')}`);
  await runBundled('bench:browser', {
    entry: 'src/bench/browser.ts',
    sources: ['src/bench', 'src/engine'],
    external: ['@playwright/test'],
  });
} finally {
  server.kill();
}
