import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { constants, gzipSync } from 'node:zlib';

const COMPRESSIBLE = new Set(['.js', '.css', '.svg', '.html', '.webmanifest']);

/**
 * Writes a .gz file beside everything that compresses, so that the gateway and nginx serve it without work.
 *
 * @returns {import('vite').Plugin}
 */
export function precompress() {
  let folder = 'dist';
  return {
    name: 'medianest-precompress',
    apply: 'build',
    configResolved(config) {
      folder = join(config.root, config.build.outDir);
    },
    async closeBundle() {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      const files = entries.filter(
        (entry) => entry.isFile() && COMPRESSIBLE.has(extname(entry.name)),
      );
      await Promise.all(
        files.map(async (entry) => {
          const path = join(entry.parentPath, entry.name);
          const packed = gzipSync(await readFile(path), { level: constants.Z_BEST_COMPRESSION });
          await writeFile(`${path}.gz`, packed);
        }),
      );
    },
  };
}
