// Runs every journey against the built binary: node tests/journeys/run.mjs [SUITE…]; ends with "N passed, N failed".
import { removeFolders } from './support/server.mjs';
import { inSuite, told } from './support/tell.mjs';

// The longest first: two run at a time, each with a server and a browser of its own.
const names = ['tour', 'matrix', 'api', 'insights', 'files', 'taxonomies', 'drafts', 'staffing', 'whatif', 'analytics', 'goals', 'learning', 'plans', 'reskilling', 'scenarios', 'rounds', 'voices', 'wishes', 'strategy', 'mail', 'stories', 'beginnings'];
// What the others were answered is what it looks at.
const last = 'schema';
const asked = process.argv.slice(2);
const wanted = (name) => asked.length === 0 || asked.includes(name);
const seen = [];

async function run(name) {
  try {
    const suite = await import(`./${name}.mjs`);
    seen.push(await inSuite(name, () => suite[name](seen)));
  } catch (error) {
    told.failed += 1;
    console.log(`FAILED  ${name} could not be run\n        ${error.stack}`);
  }
}

const waiting = names.filter(wanted);
async function lane() {
  for (let name = waiting.shift(); name; name = waiting.shift()) await run(name);
}
await Promise.all([lane(), lane()]);
if (wanted(last)) await run(last);
removeFolders();
console.log(`${told.passed} passed, ${told.failed} failed`);
process.exit(told.failed === 0 && told.passed > 0 ? 0 : 1);
