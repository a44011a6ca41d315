// Runs the browser tests on the built page. Arguments go to Playwright: node scripts/e2e.js --headed e2e/sealed.spec.ts
import { provideBrowser } from './browser.js';
import { run } from './run.js';

const browser = provideBrowser();
console.log(`Browser: ${browser.path} (${browser.from})`);
process.env['CHROME_PATH'] = browser.path;
process.exitCode = run('playwright', [
  'test',
  '--config',
  'e2e/playwright.config.ts',
  ...process.argv.slice(2),
]);
