// Weighs the first load, gzipped: everything that index.html and the heavier of the first pages (sign-in, home) ask for,
// with the scripts and styles they import in turn, and the Latin font. Fails above the promise of 250 kB.
// The gap map's own part is printed beside it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { dist, entry, font, needs, page } from './parts.mjs';

const promise = 250_000;

const weigh = (file) => {
  const bytes = readFileSync(join(dist, file));
  return file.endsWith('.woff2') ? bytes.length : gzipSync(bytes, { level: 9 }).length;
};

const sum = (files) => [...files].reduce((total, file) => total + weigh(file), 0);
const base = new Set(['index.html', 'favicon.svg', 'early.js', 'formats.js', ...needs(entry)]);
if (font) base.add(font);

const first = ['access/SignInPage.tsx', 'app/HomePage.tsx'].map((path) => ({ path, files: needs(page(path), new Set(base)) }));
const heaviest = first.sort((a, b) => sum(b.files) - sum(a.files))[0];
for (const file of heaviest.files) console.log(`${String(weigh(file)).padStart(8)}  ${file}`);
const total = sum(heaviest.files);
console.log(`${String(total).padStart(8)}  first load with ${heaviest.path}, gzip (promise: ${promise})`);

const map = [...needs(page('insights/GapMapPage.tsx'))].filter((file) => !heaviest.files.has(file));
console.log(`${String(sum(map)).padStart(8)}  more for the gap map`);

if (total > promise) {
  console.error(`The first load is ${total - promise} bytes above the promise.`);
  process.exit(1);
}
