// Runs every journey against the built binary: node tests/journeys/run.mjs [SUITE…]; ends with "N passed, N failed".
import { removeFolders } from './support/server.mjs';
import { told } from './support/tell.mjs';

const names = ['matrix', 'api', 'insights', 'files', 'taxonomies', 'drafts', 'staffing', 'whatif', 'analytics', 'goals', 'learning', 'scenarios', 'rounds', 'voices', 'wishes', 'strategy', 'mail', 'stories', 'beginnings', 'tour', 'schema'];
const asked = process.argv.slice(2);
const seen = [];
for (const name of names) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  try {
    const suite = await import(`./${name}.mjs`);
    seen.push(await suite[name](seen));
  } catch (error) {
    told.failed += 1;
    console.log(`FAILED  ${name} could not be run\n        ${error.stack}`);
  }
}
removeFolders();
console.log(`${told.passed} passed, ${told.failed} failed`);
process.exit(told.failed === 0 && told.passed > 0 ? 0 : 1);
