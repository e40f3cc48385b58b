// The smallest test runner that the faults need: tests are sentences, run one after another, counted.
import { isDeepStrictEqual } from 'node:util';

const tests = [];

/**
 * The test may return a word that is shown beside its name: a figure that was measured. `aside`: it mostly waits, so it
 * is begun first and runs beside the others.
 */
export function test(sentence, run, { aside = false } = {}) {
  tests.push({ sentence, run, aside });
}

/** Thrown by skip(); a skipped test counts neither way, and says why. */
class Skipped extends Error {}
export function skip(reason) {
  throw new Skipped(reason);
}

export function expect(truth, what) {
  if (!truth) throw new Error(what);
}
export function equal(found, wanted, what) {
  if (!isDeepStrictEqual(found, wanted))
    throw new Error(`${what}: found ${JSON.stringify(found)}, wanted ${JSON.stringify(wanted)}`);
}

/** Waits until the question answers something true; never sleeps longer than it must. */
export async function until(question, milliseconds, what) {
  const end = Date.now() + milliseconds;
  for (;;) {
    const answer = await question();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`after ${milliseconds} ms still not: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Runs what was registered whose sentence holds the filter. Prints the count as the last line. */
export async function runAll(filter = '') {
  let passed = 0;
  let failed = 0;
  const one = async ({ sentence, run }) => {
    const start = Date.now();
    try {
      const figure = await run();
      passed += 1;
      const took = ((Date.now() - start) / 1000).toFixed(1);
      console.log(`ok      ${sentence} (${took} s${figure ? `; ${figure}` : ''})`);
    } catch (error) {
      if (error instanceof Skipped) {
        console.log(`skipped ${sentence}: ${error.message}`);
        return;
      }
      failed += 1;
      console.log(`FAILED  ${sentence}\n        ${error.stack}`);
    }
  };
  const wanted = tests.filter((test) => test.sentence.includes(filter));
  const beside = wanted.filter((test) => test.aside).map(one);
  for (const test of wanted) if (!test.aside) await one(test);
  await Promise.all(beside);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0;
}
