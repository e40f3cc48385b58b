// Suite: taxonomies. A release imported on the command line, words matched to its concepts there, in the API and on the
// page, and followed from a skill to who needs it.
import { execFileSync } from 'node:child_process';
import { Answers } from './support/answers.mjs';
import { Browser } from './support/browser.mjs';
import { Client } from './support/client.mjs';
import { files, miniEsco } from './support/esco.mjs';
import { binary, demonstration, kunna, Server, tried } from './support/server.mjs';
import { storyteller } from './support/story.mjs';
import { equal, heading, must, test } from './support/tell.mjs';

const lines = (out) => out.trim().split('\n').filter(Boolean).map((line) => JSON.parse(line));

export async function taxonomies() {
  heading('Taxonomies');
  const { data, accounts } = await demonstration();
  const match = (...words) => kunna('match', '--data', data, ...words);

  await test('before a taxonomy is there, one is told to import one', async () => {
    const { code, err } = await tried('match', '--data', data, 'svetsa');
    equal(code, 1, 'the exit code');
    must(/ESCO/.test(err), `it says: ${err}`);
  });

  await test('a file of another layout is refused with the columns it lacks, and nothing is imported', async () => {
    const { code, err } = await tried('import', 'esco', miniEsco({ en: { 'skills_en.csv': ['uri,label', 'x,y'] } }), '--data', data);
    equal(code, 1, 'the exit code');
    must(/skills_en\.csv/.test(err) && /conceptUri/.test(err) && /preferredLabel/.test(err), `it says: ${err}`);
    equal((await tried('match', '--data', data, 'svetsa')).code, 1, 'matching after it');
  });

  await test('a dry run says what would come and changes nothing; the import does it; a second one finds all of it there', async () => {
    const folder = miniEsco();
    const dry = await kunna('import', 'esco', folder, '--data', data, '--dry-run');
    must(/skills 3 .*occupations 1 /.test(dry) && /new 5 /.test(dry) && /dry run/.test(dry), dry);
    const first = await kunna('import', 'esco', folder, '--data', data);
    must(/new 5 /.test(first) && /This service uses the ESCO classification of the European Commission/.test(first) && /\nimported\n/.test(first), first);
    must(/nothing changed: all of it is there already/.test(await kunna('import', 'esco', folder, '--data', data)), 'the second import');
  });

  await test('a newer release retires what it leaves out and tells the new name of what it renames', async () => {
    const skills = files.en['skills_en.csv'];
    const next = miniEsco({ en: { 'skills_en.csv': [skills[0], skills[1].replace('pour concrete', 'cast concrete'), skills[3]] }, sv: { 'skills_sv.csv': files.sv['skills_sv.csv'].slice(0, 2) } }, 'v1.3.0');
    const told = await kunna('import', 'esco', next, '--data', data, '--dry-run');
    must(/renamed 1 .*retired 1 /.test(told), told);
    must(/cast concrete \(pour concrete\)/.test(told), told);
    const another = miniEsco({ en: { 'skills_en.csv': [...skills.slice(0, 3), skills[3].replace('types', 'kinds'), skills[2].replaceAll('clean', 'polish')] } }, 'v1.2.1');
    const done = await kunna('import', 'esco', another, '--data', data);
    must(/^ESCO v1\.2\.1\n/.test(done) && /new 1 {2}renamed 1 {2}retired 0 /.test(done), done);
  });

  await test('words find their concepts, one JSON line each, from arguments and from standard input', async () => {
    const [first] = lines(await match('--lang', 'sv', '--limit', '1', 'Betonggjutning'));
    equal([first.text, first.rank, first.concept, first.label], ['Betonggjutning', 1, 'http://data.europa.eu/esco/skill/casting', 'gjuta betong'], 'the first line');
    must(first.score > 0 && first.score <= 1 && first.reason, 'a score and a reason');
    const occupations = lines(await match('--kind', 'occupation', '--lang', 'en', 'concrete finisher', 'betongarbetare'));
    equal(occupations.filter((one) => one.rank === 1).map((one) => one.label), ['concrete finisher', 'concrete finisher'], 'the first of each');
    const read = lines(execFileSync(binary, ['match', '--data', data, '--limit', '1', '-'], { input: 'betonggjutning\n\nmöbelrengöring\n' }).toString());
    equal(read.map((one) => one.label), ['gjuta betong', 'rengöra möbler'], 'what was read');
  });

  const server = await Server.start(data);
  const answers = new Answers(await new Client(server).get('/openapi.json'));
  const client = new Client(server, answers);
  await client.signIn(accounts.employee.email, accounts.employee.password);

  await test('the API tells the same as the command line', async () => {
    const { items } = await client.get('/concepts/matches', { text: 'möbelrengöring', kind: 'skill', language: 'sv' });
    equal([items[0].uri, items[0].label.text, items[0].found_by, items[0].reason], ['http://data.europa.eu/esco/skill/cleaning', 'rengöra möbler', 'möbelrengöring', 'Heter likadant'], 'the first match');
    const [taxonomy] = (await client.get('/taxonomies')).items;
    equal([taxonomy.key, taxonomy.skills, taxonomy.occupations, taxonomy.languages], ['esco', 4, 1, ['en', 'sv']], 'the taxonomy');
  });

  const browser = await Browser.open(server, answers);
  const story = storyteller(browser, accounts);

  await story('L&D types a skill, opens the concept and sees which occupation needs it', 'learning', async (person) => {
    await person.menu('Taxonomier');
    await person.sees('This service uses the ESCO classification of the European Commission.', 'Concrete placers and related workers');
    await person.page.getByLabel('Sök kompetens eller yrkestitel, på svenska eller engelska').fill('betonggjutning');
    await person.link(/^gjuta betong/).click();
    await person.heading('gjuta betong').waitFor();
    await person.sees('Pour concrete into a form.', 'Behövs av', 'pour concrete');
    await person.link(/^betongarbetare/).click();
    await person.heading('betongarbetare').waitFor();
    await person.sees('Kräver', 'Har nytta av', 'finns bara på engelska');
    await person.link('ESCO').click();
    await person.heading('Vad heter det i ESCO?').waitFor();
  });

  await story('HR sees what the newer release changed, and what a concept was called before', 'hr', async (person) => {
    await person.go('/taxonomies');
    await person.link('ESCO').click();
    await person.heading('ESCO').waitFor();
    await person.sees('v1.2.1', 'kinds of concrete', 'hette ”types of concrete” på engelska');
    await person.button('Nya 1').click();
    await person.link(/^polish furniture/).first().click();
    await person.heading('polish furniture').waitFor();
  });

  await story('a search that nothing resembles says so, and among occupations another is found', 'learning', async (person) => {
    await person.go('/taxonomies?q=qqqq');
    await person.sees('Inget begrepp liknar det');
    await person.go('/taxonomies?q=betong&kind=occupation');
    await person.link(/^betongarbetare/).waitFor();
  });

  await story('HR links a list of its own to ESCO with a crosswalk, in the browser, and words find their way through it', 'hr', async (person) => {
    const { page } = person;
    const importIt = () => page.getByRole('dialog').getByRole('button', { name: 'Läs in', exact: true }).click();
    const choose = (name, text) => page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
    await person.go('/taxonomies');
    await person.button('Läs in en taxonomi').click();
    await person.button('Egen lista').click();
    await choose('moment.csv', 'id,namn\nm:form,Platsbyggd stomme\nm:yta,Ytskikt\n');
    await importIt();
    await page.waitForURL(/taxonomies\/\d+$/);
    await person.go('/taxonomies');
    await person.button('Läs in en taxonomi').click();
    await person.button('Kopplingstabell').click();
    await choose('fel.csv', 'färg\nblå\n');
    await person.sees('fel.csv saknar kolumner: Classification 1 URI');
    const esco = 'http://data.europa.eu/esco/skill';
    await choose('koppling.csv', `Classification 1 URI;Mapping relation;Classification 2 URI\n${esco}/casting;skos:exactMatch;m:form\n${esco}/cleaning;skos:broadMatch;m:yta\n${esco}/other;skos:exactMatch;m:yta\n`);
    await person.sees('Nya kopplingar', 'Utelämnade: begreppet är inte inläst');
    equal(await person.faults(), [], 'faults of access');
    await person.picture('crosswalk-preview');
    await importIt();
    await person.sees('är inläst');
    await person.go('/taxonomies?q=platsbyggd stomme');
    await person.sees('En annan taxonomi kopplar hit ”Platsbyggd stomme”');
    await person.link(/^gjuta betong/).click();
    await person.sees('I andra taxonomier', 'Platsbyggd stomme', 'Samma');
    await person.picture('concept-counterparts');
    await person.go('/taxonomies/1');
    await person.sees('Kopplad till moment', 'koppling.csv');
    equal(await person.faults(), [], 'faults of access');
    await person.picture('taxonomy-crosswalk');
  });

  await story('the tree opens down to what one searches for in it, and folds again', 'learning', async (person) => {
    const { page } = person;
    await person.go('/taxonomies/1');
    must((await person.link(/^betongarbetare/).count()) === 0, 'the tree is closed at first');
    await page.getByRole('textbox', { name: 'Sök i trädet' }).fill('betongarbetare');
    await page.getByRole('option', { name: /^betongarbetare/ }).click();
    await person.link(/^betongarbetare/).waitFor();
    equal(await person.faults(), [], 'faults of access');
    await person.picture('taxonomy-tree');
    await page.getByRole('button', { name: 'Concrete placers and related workers', expanded: true }).click();
    await person.link(/^betongarbetare/).waitFor({ state: 'detached' });
  });

  await browser.close();
  await server.stop();
  return answers;
}
