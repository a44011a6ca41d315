import { spawn } from 'node:child_process';

/** The command that opens an address in the user's browser, or undefined where nobody is watching. */
function opener() {
  const { env, platform } = process;
  if (env['CI'] || env['BROWSER'] === 'none') return undefined;
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['cmd', '/c', 'start', ''];
  return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? ['xdg-open'] : undefined;
}

/**
 * Opens the address in the user's browser where there is one; never fails.
 * @param {string} address
 */
export function openInBrowser(address) {
  const [command, ...args] = opener() ?? [];
  if (!command) return;
  const child = spawn(command, [...args, address], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined); // no such command: the address is printed anyway
  child.unref();
}
