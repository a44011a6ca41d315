// Finds a browser for the tests, or brings one onto the machine.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

/** @typedef {{ readonly path: string, readonly from: string }} Browser */

const { env, platform } = process;
const isRoot = process.getuid?.() === 0;

/** Arguments every launch gets: nothing goes out by itself, and root on Linux cannot have the sandbox. */
export const launchArguments = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  ...(platform === 'linux' ? ['--disable-gpu'] : []),
  ...(platform === 'linux' && isRoot ? ['--no-sandbox'] : []),
];

/** Where a person's own browser usually is. */
function usualPlaces() {
  if (platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      apps.map((app) => join(folder, `${app}.app`, 'Contents', 'MacOS', app)),
    );
  }
  if (platform === 'win32') {
    const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter(
      (f) => f !== undefined,
    );
    const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    return programs.flatMap((program) => folders.map((folder) => join(folder, program)));
  }
  const names = [
    'google-chrome',
    'google-chrome-stable',
    'chromium',
    'chromium-browser',
    'chrome',
    'microsoft-edge',
  ];
  const folders = [...(env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  const onPath = names.flatMap((name) => folders.filter(Boolean).map((folder) => join(folder, name)));
  return [...onPath, '/opt/google/chrome/chrome', '/usr/lib/chromium/chromium'];
}

/**
 * Whether the file is a browser that starts. Only Linux is asked: there a stub or a missing library is common.
 * @param {string} path
 */
function starts(path) {
  if (!existsSync(path)) return false;
  return (
    platform !== 'linux' || spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0
  );
}

/** @returns {Browser | undefined} Playwright's own browser, if it has been downloaded. */
function downloaded() {
  const path = chromium.executablePath();
  return starts(path) ? { path, from: "Playwright's download" } : undefined;
}

/** @returns {Browser | undefined} A browser that is already on this machine. */
export function findBrowser() {
  const chosen = env['CHROME_PATH'];
  if (chosen) {
    if (existsSync(chosen)) return { path: chosen, from: 'CHROME_PATH' };
    throw new Error(`CHROME_PATH names ${chosen}, which does not exist.`);
  }
  const path = usualPlaces().find(starts);
  return path ? { path, from: 'this machine' } : downloaded();
}

/**
 * Runs a command in sight of the user; its failure only means that the next way is tried.
 * @param {readonly string[]} command
 * @param {number} minutes
 * @param {Readonly<Record<string, string>>} more
 */
function attempt([program = '', ...args], minutes, more = {}) {
  console.log(`$ ${[program, ...args].join(' ')}`);
  const options = {
    stdio: /** @type {const} */ ('inherit'),
    timeout: minutes * 60_000,
    env: { ...env, ...more },
  };
  return spawnSync(program, args, options).status === 0;
}

/** @returns {Browser | undefined} The browser that Playwright downloads, where its server can be reached. */
function download() {
  const cli = fileURLToPath(new URL('cli.js', import.meta.resolve('@playwright/test')));
  attempt([process.execPath, cli, 'install', 'chromium'], 4, {
    PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000',
  });
  return downloaded();
}

/** @returns {Browser | undefined} The package of Debian, Ubuntu and their relatives, where this user may install it. */
function installPackage() {
  if (platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return undefined;
  const asRoot = isRoot ? [] : ['sudo', '-n'];
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  attempt([...asRoot, 'apt-get', 'update', '-qq'], 3, quiet);
  attempt([...asRoot, 'apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium'], 10, quiet);
  return findBrowser();
}

/** @returns {Browser} A browser for the tests, installed if need be. */
export function provideBrowser() {
  const found = findBrowser();
  if (found) return found;
  console.log('No Chrome or Chromium here: trying to install one for the tests.');
  const brought = download() ?? installPackage();
  if (brought) return brought;
  throw new Error('No browser for the tests: install Chrome or Chromium, or name one in CHROME_PATH.');
}
