// Adds up what a browser loads (gzip, JS and CSS) on each route and fails beyond the budgets.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

/** @typedef {{ file: string, isEntry?: boolean, imports?: string[], css?: string[] }} Chunk */

const dist = resolve(import.meta.dirname, '../dist');
/** @type {unknown} */
const parsed = JSON.parse(readFileSync(resolve(dist, '.vite/manifest.json'), 'utf8'));
const manifest = /** @type {Record<string, Chunk>} */ (parsed);

const FRAME = 'src/app/frame/Frame.tsx';
const SEARCH = 'src/app/frame/Search.tsx';
const PLEX = 'src/features/session/components/PlexSignIn.tsx';
const DIALOG = 'src/features/requests/components/RequestDialog.tsx';
/** @param {string} name */
const page = (name) => `src/app/routes/${name}.tsx`;
const ROUTES = [
  { name: 'sign-in', modules: [page('SignIn')], budget: 120 },
  { name: 'sign-in with Plex', modules: [page('SignIn'), PLEX], budget: 122 },
  { name: 'set-up', modules: [page('Setup')], budget: 200 },
  { name: 'home', modules: [FRAME, page('Home')], budget: 200 },
  { name: 'discover + request', modules: [FRAME, page('Discover'), DIALOG], budget: 200 },
  { name: 'search + request', modules: [FRAME, page('Find'), DIALOG], budget: 200 },
  { name: 'title + request', modules: [FRAME, page('Title'), DIALOG], budget: 200 },
  { name: 'requests', modules: [FRAME, page('Requests')], budget: 200 },
  { name: 'inbox', modules: [FRAME, page('Inbox')], budget: 200 },
  { name: 'downloads', modules: [FRAME, page('Downloads')], budget: 200 },
  { name: 'downloads + search', modules: [FRAME, page('Downloads'), SEARCH], budget: 200 },
];

/**
 * @param {string} key
 * @param {Set<string>} files
 */
function collect(key, files) {
  const chunk = manifest[key];
  if (chunk === undefined) throw new Error(`${key} is not in the manifest. Was the route renamed?`);
  if (files.has(chunk.file)) return files;
  files.add(chunk.file);
  for (const css of chunk.css ?? []) files.add(css);
  for (const imported of chunk.imports ?? []) collect(imported, files);
  return files;
}

/** @param {string} file */
const gzipped = (file) => gzipSync(readFileSync(resolve(dist, file)), { level: 9 }).length;

const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry === true);
if (entry === undefined) throw new Error('The manifest has no entry. Run npm run build first.');

let over = false;
for (const route of ROUTES) {
  const files = collect(entry, new Set());
  for (const module of route.modules) collect(module, files);
  const kilobytes = [...files].reduce((sum, file) => sum + gzipped(file), 0) / 1000;
  const fits = kilobytes <= route.budget;
  over ||= !fits;
  console.log(
    `${fits ? 'ok  ' : 'OVER'}  ${route.name.padEnd(20)} ${kilobytes.toFixed(1).padStart(6)} kB of ${String(route.budget)} kB`,
  );
}
process.exitCode = over ? 1 : 0;
