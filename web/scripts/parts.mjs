// What the built pages are made of, out of Vite's manifest.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const dist = new URL('../dist/', import.meta.url).pathname;
export const manifest = JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8'));
export const entry = Object.keys(manifest).find((name) => manifest[name].isEntry);

/** The manifest's name of a page: 'insights/GapMapPage.tsx'. */
export const page = (path) => Object.keys(manifest).find((name) => name.endsWith(path) || manifest[name].name === path.replace(/^.*\/|\.tsx$/g, ''));

/** All files a chunk needs before it can run. */
export function needs(name, files = new Set()) {
  const chunk = manifest[name];
  if (!chunk || files.has(chunk.file)) return files;
  files.add(chunk.file);
  for (const style of chunk.css ?? []) files.add(style);
  for (const one of chunk.imports ?? []) needs(one, files);
  return files;
}

/** The letters that Swedish and English are written with. */
export const font = Object.values(manifest).flatMap((chunk) => [chunk.file, ...(chunk.assets ?? [])]).find((file) => /inter-latin-wght-normal.*\.woff2$/.test(file));
