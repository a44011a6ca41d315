import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { writeOffline } from './scripts/offline.js';
import { contentSecurityPolicy } from './scripts/policy.js';

/** Seals the built page. Only the built one: the development server needs an inline script. */
function seal(): Plugin {
  return {
    name: 'seal',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
          injectTo: 'head-prepend',
        },
      ],
    },
  };
}

/** Puts the licences of what is bundled beside the bundle. */
function licences(): Plugin {
  return {
    name: 'licences',
    apply: 'build',
    generateBundle() {
      const source = readFileSync(new URL('THIRD_PARTY_LICENSES.md', import.meta.url));
      this.emitFile({ type: 'asset', fileName: 'THIRD_PARTY_LICENSES.md', source });
    },
  };
}

/** Puts the service worker and the zip beside the bundle; both know all of its files. */
function offline(): Plugin {
  return {
    name: 'offline',
    apply: 'build',
    writeBundle: { order: 'post', sequential: true, handler: ({ dir = 'dist' }) => writeOffline(dir) },
  };
}

export default defineConfig(({ command }) => {
  // A NODE_ENV inherited from the shell would otherwise build React's development version.
  if (command === 'build') process.env['NODE_ENV'] = 'production';
  return {
    base: './',
    plugins: [react(), seal(), licences(), offline()],
    resolve: {
      // Packages written for Monaco before its exports map ask for its old paths.
      alias: [
        { find: /^monaco-editor\/esm\/vs\/(.*)$/, replacement: 'monaco-editor/$1' },
        // The YAML worker could format with prettier. That is off, so its 440 KB stay out of the built page.
        ...(command === 'build'
          ? [{ find: /^prettier\/.*$/, replacement: 'data:text/javascript,export const format = undefined' }]
          : []),
      ],
    },
    worker: { format: 'es' },
    build: {
      target: 'es2022',
      modulePreload: { polyfill: false },
      rolldownOptions: { checks: { bundlerTimings: false } },
      // Monaco is larger than the default and loaded after the graph; what counts is checked by e2e/size.spec.ts.
      chunkSizeWarningLimit: 5000,
    },
    // Found late, Monaco would be optimised again on the first load, which reloads the page.
    optimizeDeps: {
      entries: ['index.html', 'src/editor/*.{ts,tsx}', 'src/**/*.worker.ts', '!src/**/*.test.*'],
    },
    test: {
      environment: 'node',
      include: ['src/**/*.test.{ts,tsx}'],
      setupFiles: ['scripts/propertySeed.js'],
      // Property tests take their time on a busy machine.
      testTimeout: 60_000,
    },
  };
});
