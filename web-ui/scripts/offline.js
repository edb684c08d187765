import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a page is made of before it has said anything to the server. */
const SHELL = /\.(js|css|woff2)$/;

/** At the root, where names hold no hash. */
const ROOT = [
  '/index.html',
  '/theme.js',
  '/manifest.webmanifest',
  '/favicon.svg',
  '/icon.svg',
  '/icon-192.png',
  '/apple-touch-icon.png',
];

/**
 * Writes sw.js: the worker, with the files of this build in it and a version that changes with any of them.
 *
 * @returns {import('vite').Plugin}
 */
export function offline() {
  let root = '';
  return {
    name: 'medianest-offline',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      root = config.root;
    },
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const files = [
          ...ROOT,
          ...Object.keys(bundle)
            .filter((name) => SHELL.test(name))
            .sort()
            .map((name) => `/${name}`),
        ];
        const worker = await readFile(join(root, 'worker/worker.js'), 'utf8');
        const hash = createHash('sha256').update(worker).update(files.join());
        const index = bundle['index.html'];
        if (index?.type !== 'asset') throw new Error('The build has no index.html to keep.');
        hash.update(index.source);
        for (const name of ROOT.slice(1)) hash.update(await readFile(join(root, 'public', name)));
        const version = hash.digest('hex').slice(0, 16);
        this.emitFile({
          type: 'asset',
          fileName: 'sw.js',
          source: `const VERSION = '${version}';\nconst FILES = ${JSON.stringify(files)};\n${worker}`,
        });
      },
    },
  };
}
