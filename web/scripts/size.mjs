// Weighs the first load, gzipped: everything that index.html and the heavier of the first pages (sign-in, home) ask for,
// with the scripts and styles they import in turn, and the Latin font. Fails above the promise of 250 kB.
// The gap map's own part is printed beside it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const promise = 250_000;
const dist = new URL('../dist/', import.meta.url).pathname;
const manifest = JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8'));

const weigh = (file) => {
  const bytes = readFileSync(join(dist, file));
  return file.endsWith('.woff2') ? bytes.length : gzipSync(bytes, { level: 9 }).length;
};

/** All files a chunk needs before it can run. */
function needs(name, files = new Set()) {
  const chunk = manifest[name];
  if (!chunk || files.has(chunk.file)) return files;
  files.add(chunk.file);
  for (const style of chunk.css ?? []) files.add(style);
  for (const one of chunk.imports ?? []) needs(one, files);
  return files;
}

const sum = (files) => [...files].reduce((total, file) => total + weigh(file), 0);
const entry = Object.keys(manifest).find((name) => manifest[name].isEntry);
const page = (path) => Object.keys(manifest).find((name) => name.endsWith(path) || manifest[name].name === path.replace(/^.*\/|\.tsx$/g, ''));
const base = new Set(['index.html', 'favicon.svg', 'early.js', ...needs(entry)]);
const font = Object.values(manifest).map((chunk) => chunk.file).find((file) => /inter-latin-wght-normal.*\.woff2$/.test(file)) ?? [...(manifest[entry].assets ?? [])].find((file) => /inter-latin-wght/.test(file));
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
