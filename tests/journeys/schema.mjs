// Suite: what the other suites were answered, held against openapi.json; and the committed documents against the binary.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { binary, root } from './support/server.mjs';
import { heading, must, test } from './support/tell.mjs';

// seen: the Answers of the suites before.
export async function schema(seen) {
  heading('What is promised about the API');

  await test('every answer of every suite is as openapi.json says', () => {
    const answers = seen.filter(Boolean);
    const wrong = answers.flatMap((one) => [...one.complaints].map(([words, times]) => `${words} (${times} times)`));
    must(wrong.length === 0, () => wrong.slice(0, 25).join('\n'));
    const looked = answers.reduce((sum, one) => sum + one.seen, 0);
    must(looked > 0, 'no answer has been looked at');
    console.log(`        ${looked} answers`);
  });

  await test('every operation of openapi.json has been asked', () => {
    const answers = seen.filter(Boolean);
    if (answers.length < 2) return; // some suites were left out by hand
    const asked = new Set(answers.flatMap((one) => [...one.operations]));
    const all = Object.entries(answers[0].document.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
    const never = all.filter((name) => !asked.has(name));
    must(never.length === 0, () => `never asked: ${never.join(', ')}`);
  });

  await test('docs/openapi.json, permissions.md, schema.sql and the types of the web client are what the binary makes', async () => {
    const check = promisify(execFile)(`${root}/tools/generate`, ['--check'], { env: { ...process.env, KUNNA: binary }, maxBuffer: 64 << 20 });
    await check.catch((error) => {
      throw new Error(`${error.stdout.slice(0, 3000)}\n${error.stderr}`);
    });
  });
}
