// The runner: a test is a sentence and a function; what it says goes to the screen as it happens, with the name of its
// suite, since two run at a time.
import { AsyncLocalStorage } from 'node:async_hooks';

const suites = new AsyncLocalStorage();
const counts = { passed: 0, failed: 0 };
const only = process.env.ONLY;

export const told = counts;

export const inSuite = (name, act) => suites.run(`${name}: `, act);
const suite = () => suites.getStore() ?? '';

export function heading(text) {
  console.log(`\n${suite()}${text}`);
}

// A failure of a test never stops the ones after it; a suite that cannot be set up at all counts as one failure.
export async function test(sentence, act) {
  if (only && !sentence.includes(only)) return;
  const began = Date.now();
  try {
    await act();
    counts.passed += 1;
    console.log(`ok      ${suite()}${sentence} (${Date.now() - began} ms)`);
  } catch (error) {
    counts.failed += 1;
    const words = [error instanceof Wrong ? error.message : (error?.stack ?? String(error)), ...(error?.beside ?? [])].join('\n');
    console.log(`FAILED  ${suite()}${sentence}\n        ${words.split('\n').slice(0, 40).join('\n        ')}`);
  }
}

export class Wrong extends Error {}

export function must(condition, words) {
  if (!condition) throw new Wrong(typeof words === 'function' ? words() : words);
}

export function equal(found, wanted, what) {
  const a = JSON.stringify(found);
  const b = JSON.stringify(wanted);
  must(a === b, () => `${what}: ${a?.slice(0, 600)} where ${b?.slice(0, 600)} was expected`);
}

// As equal, of what a page comes to show: read again until it is so.
export async function becomes(read, wanted, what) {
  let found;
  try {
    await until(what, async () => JSON.stringify((found = await read())) === JSON.stringify(wanted));
  } catch (error) {
    if (!(error instanceof Wrong)) throw error; // it could not be read at all
    equal(found, wanted, what);
  }
}

// Several things wrong are told together, so that one run shows them all.
export class Complaints {
  #said = [];
  add(words) {
    this.#said.push(words);
  }
  expect(condition, words) {
    if (!condition) this.add(typeof words === 'function' ? words() : words);
  }
  none() {
    must(this.#said.length === 0, () => `${this.#said.length} wrong:\n${this.#said.slice(0, 25).join('\n')}`);
  }
}

// Waits until the state is there, asking again quickly at first; never a fixed sleep.
export async function until(what, ask, { within = 15000 } = {}) {
  const end = Date.now() + within;
  let pause = 5;
  for (;;) {
    const found = await ask();
    if (found) return found;
    must(Date.now() < end, `waited ${within} ms in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, pause));
    pause = Math.min(pause * 2, 200);
  }
}
