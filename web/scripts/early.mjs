// Writes into the built early.js which files the gap map is made of, and into index.html which font all pages are set in,
// so that they are asked for before the app has found out that it needs them. A font that has come is laid out once, one
// that comes later twice.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dist, entry, font, needs, page } from './parts.mjs';

const pages = { '/gap': 'insights/GapMapPage.tsx' };
const already = needs(entry);
const parts = Object.fromEntries(
  Object.entries(pages).map(([address, path]) => {
    const name = page(path);
    if (!name) throw new Error(`no part is called ${path}`);
    return [address, [...needs(name)].filter((file) => !already.has(file))];
  }),
);
const early = join(dist, 'early.js');
const text = readFileSync(early, 'utf8');
const written = text.replace('var parts = {};', `var parts = ${JSON.stringify(parts)};`);
if (written === text) throw new Error('early.js has no place for the parts of pages');
writeFileSync(early, written);

const index = join(dist, 'index.html');
const html = readFileSync(index, 'utf8');
if (!font) throw new Error('there is no Latin font');
writeFileSync(index, html.replace('<script src="/early.js">', `<link rel="preload" as="font" type="font/woff2" crossorigin href="/${font}" />\n    <script src="/early.js">`));
