// Weighs the first load: what index.html asks for at once (scripts, styles, the Latin font), gzipped.
// Fails above the promise of 250 kB, charts not counted because no first page loads one.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const promise = 250_000;
const dist = new URL('../dist/', import.meta.url).pathname;
const html = readFileSync(join(dist, 'index.html'), 'utf8');

// The start page of each persona is loaded right after; count the largest of them too.
const pages = readdirSync(join(dist, 'assets')).filter((name) => /^(SignInPage|HomePage)-.*\.(js|css)$/.test(name));
const asked = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css|svg))"/g)].map((match) => match[1]);
const fonts = readdirSync(join(dist, 'assets')).filter((name) => /^inter-latin-wght-normal.*\.woff2$/.test(name));

const weigh = (file) => {
  const bytes = readFileSync(join(dist, file));
  return file.endsWith('.woff2') ? bytes.length : gzipSync(bytes, { level: 9 }).length;
};
const rows = ['index.html', ...new Set([...asked, ...pages.map((name) => `assets/${name}`), ...fonts.map((name) => `assets/${name}`)])]
  .map((file) => [file, weigh(file)]);
const total = rows.reduce((sum, [, bytes]) => sum + bytes, 0);

for (const [file, bytes] of rows) console.log(`${String(bytes).padStart(8)}  ${file}`);
console.log(`${String(total).padStart(8)}  first load, gzip (promise: ${promise})`);
if (total > promise) {
  console.error(`The first load is ${total - promise} bytes above the promise.`);
  process.exit(1);
}
