// Suite: every page as each persona comes to it, in both languages, light and dark, wide and on a phone: it is there,
// it fits, axe-core finds nothing serious, and its picture is kept.
import { Answers } from './support/answers.mjs';
import { Browser } from './support/browser.mjs';
import { Client } from './support/client.mjs';
import { miniEsco } from './support/esco.mjs';
import { demonstration, kunna, Server } from './support/server.mjs';
import { Complaints, heading, must, test, until } from './support/tell.mjs';

// One page in all its clothes.
async function look(person, persona, name, path, { prepare, language, full = true }) {
  const complaints = new Complaints();
  const check = async (clothes) => {
    // axe-core thrice: another language on a phone has no other faults.
    if (clothes !== 'light-phone') for (const fault of await person.faults()) complaints.add(`${clothes}: ${fault}`);
    const over = await person.overflow();
    complaints.expect(over <= 0, `${clothes}: ${over} pixels wider than the screen`);
    await person.picture(`${persona}-${name}-${language}-${clothes}`, full);
  };
  await person.page.setViewportSize({ width: 1440, height: 900 });
  await person.page.emulateMedia({ colorScheme: 'light' });
  await person.go(path);
  await prepare?.(person);
  // The two languages share the clothes between them: every page is seen in each language, and in each dress.
  if (language === 'sv') await check('light');
  await person.scheme('dark');
  if (language === 'en') await check('dark');
  await person.width('phone');
  if (language === 'sv') await check('dark-phone');
  await person.scheme('light');
  if (language === 'en') await check('light-phone');
  for (const wrong of person.complaints()) complaints.add(wrong);
  complaints.none();
}

const openCell = async (person) => {
  await person.page.getByRole('treegrid').focus();
  for (const key of ['ArrowDown', 'ArrowRight', 'Enter']) await person.page.keyboard.press(key);
  await person.ready();
};
const openExplanation = async (person) => {
  await person.button(/Så räknas det|How it is counted/).first().click();
  await person.page.getByRole('dialog').waitFor();
  await person.ready();
};
const giveReason = async (person) => {
  const go = person.button(/^(Visa|Show)$/);
  if ((await go.count()) === 0) return; // one reason stands until the page is loaded again
  await person.page.getByRole('textbox', { name: /^(Skäl|Reason)$/ }).fill('Bemanning av linje C');
  await go.click();
  await person.ready();
};
const findSkills = (text) => async (person) => {
  await person.page.locator('main textarea').first().fill(text);
  await person.page.locator('main form button[type=submit]').click();
  await person.page.locator('mark').first().waitFor();
  await person.ready();
};
// What comes of it stands below the map, and is asked for after it.
const untilAhead = async (person) => {
  await person.page.getByRole('heading', { name: /^(Vad det leder till|What comes of it)$/ }).waitFor();
  await person.ready();
};
// A plan as far as it goes, and a draft of another year; what the first gives is published.
async function publishedPlan(client, accounts) {
  const as = async (persona) => {
    const one = client.stranger();
    await one.signIn(accounts[persona].email, accounts[persona].password);
    return one;
  };
  const [lead, executive] = [await as('learning'), await as('executive')];
  const { usual } = await lead.get('/plans');
  const { id } = await lead.post('/plans', { name: 'Plan 2027', frame: { ...usual, budget: 60_000_000, hours: 80 } });
  await lead.post(`/plans/${id}/solution`);
  await until('the plan to be solved', async () => {
    const { told, job } = await lead.get(`/plans/${id}`);
    must(job?.state !== 'failed', () => job.problem.detail);
    return told && !job;
  }, { within: 180000 });
  for (const step of ['review', 'budget']) await lead.post(`/plans/${id}/${step}`);
  await executive.post(`/plans/${id}/approval`);
  const draft = await lead.post('/plans', { name: 'Plan 2028', frame: { ...usual, budget: 600_000_000 } });
  return { plan: id, draft: draft.id };
}
const openFrame = async (person) => {
  await person.page.locator('summary').first().click();
};
const openSearch = async (person) => {
  await person.page.keyboard.press('Control+k');
  await person.page.getByRole('dialog').waitFor();
};

export async function tour() {
  heading('Every page, as each persona comes to it');
  const { data, accounts } = await demonstration();
  await kunna('import', 'esco', miniEsco(), '--data', data);
  const server = await Server.start(data);
  const answers = new Answers(await new Client(server).get('/openapi.json'));
  const hr = new Client(server, answers);
  await hr.signIn(accounts.hr.email, accounts.hr.password);
  const role = (await hr.get('/roles')).items.find((one) => one.holders > 5).id;
  const skill = (await hr.get('/skills')).items.find((one) => one.roles > 2).id;
  const units = (await hr.get('/units')).items.filter((one) => one.people > 20).slice(0, 2).map((one) => one.id);
  const [concept] = (await hr.get('/concepts/matches', { text: 'betongarbetare', kind: 'occupation' })).items;
  const [person] = (await hr.get('/people', { query: accounts.employee.name })).items;
  const [{ id: activity }] = (await hr.get('/activities', { query: 'robotcell' })).items;
  const { plan, draft } = await publishedPlan(hr, accounts);
  const fewer = `/gap?what_if=${encodeURIComponent(JSON.stringify({ growth: [{ role, percent: -20 }] }))}`;
  const browser = await Browser.open(server, answers);

  const pages = {
    hr: [
      ['home', '/'], ['guide', '/start'], ['gap', '/gap'], ['gap-cell', '/gap', openCell], ['gap-table', '/gap?view=table'], ['what-if', fewer, untilAhead], ['find', '/find'], ['found', `/find?skills=${skill}.3`, giveReason], ['single-points', '/single-points'], ['departure', `/departure?people=${person.id}`, giveReason], ['compare', `/compare?unit=${units[0]}&other=${units[1]}`], ['refresh', '/refresh?days=365', giveReason], ['people', '/people'],
      ['person-reason', `/people/${person.id}`], ['units', '/units'], ['roles', '/roles'], ['role', `/roles/${role}`], ['skills', '/skills'], ['skill', `/skills/${skill}`],
      ['analytics', '/analytics'], ['analytics-spread', '/analytics?tab=spread'], ['analytics-trends', '/analytics?tab=trends'], ['analytics-skill', `/analytics/skills/${skill}`],
      ['rounds', '/rounds'], ['imports', '/imports'], ['contests', '/contests'], ['plan-who', `/plans/${plan}?view=who`, giveReason], ['jobs', '/admin/jobs'], ['settings', '/admin/settings'], ['search', '/', openSearch], ['nowhere', '/finns/inte'],
    ],
    learning: [['home', '/'], ['activities', '/learning'], ['activities-no-goal', '/learning?serving=none'], ['activity', `/learning/${activity}`], ['activity-new', '/learning/new'], ['plans', '/plans'], ['plan', `/plans/${plan}`], ['plan-fairness', `/plans/${plan}?view=fairness`], ['plan-costs', `/plans/${plan}?view=costs`], ['plan-draft', `/plans/${draft}`, openFrame], ['taxonomies', '/taxonomies'], ['taxonomy', '/taxonomies/1'], ['matches', '/taxonomies?q=betong'], ['concept', `/concepts/${concept.id}`], ['draft-occupation', `/concepts/${concept.id}/role`], ['wishes', '/wishes'], ['programmes', '/programmes'], ['programme', '/programmes/1'], ['programme-new', '/programmes/new'], ['candidates', '/programmes/3/candidates'], ['cohorts', '/programmes/1/cohorts'], ['draft-text', '/roles/draft'], ['draft-review', '/roles/draft', findSkills('Erfarenhet av att gjuta betong. Goda kunskaper i svetsning.')]],
    manager: [['home', '/'], ['team', '/team'], ['next', '/next'], ['found', `/find?skills=${skill}.1`], ['single-points', '/single-points'], ['departure', `/departure?people=${person.id}`], ['contests', '/contests'], ['plan-review', '/plans/review'], ['person', `/people/${person.id}`]],
    upper_manager: [['home', '/'], ['gap', '/gap']],
    employee: [['home', '/'], ['me', '/me'], ['my-plan', '/me/plan'], ['explanation', '/me', openExplanation], ['europass', `/people/${person.id}/europass`], ['my-data', '/me/data'], ['readers', '/me/readers'], ['my-rounds', '/rounds/mine'], ['calibration', '/calibration'], ['near-roles', '/me/roles'], ['cv', '/me/cv', findSkills('Grundläggande kunskaper i svetsning. Erfarenhet av att gjuta betong.')], ['account', '/account'], ['roles', '/roles'], ['analytics', '/analytics'], ['api', '/api/docs'], ['notices', '/notices']],
    executive: [['home', '/'], ['programme-sums', '/programmes/1'], ['gap', '/gap'], ['single-points', '/single-points'], ['cloud', '/cloud'], ['plan', `/plans/${plan}?view=calendar`], ['what-if', fewer, untilAhead], ['analytics-ages', '/analytics?tab=ages'], ['no-finding', '/find']],
    auditor: [['home', '/'], ['audit', '/admin/audit']],
    administrator: [['home', '/'], ['accounts', '/admin/accounts'], ['audit', '/admin/audit'], ['status', '/admin/status'], ['jobs', '/admin/jobs'], ['settings', '/admin/settings'], ['mail', '/admin/mail']],
  };

  for (const language of ['sv', 'en']) {
    const guest = await browser.person({ language });
    await test(`sign-in, a spent link and a spent invitation, in ${language}`, async () => {
      await look(guest, 'nobody', 'sign-in', '/', { language });
      await look(guest, 'nobody', 'first-administrator', '/start/spent', { language });
      await look(guest, 'nobody', 'invitation', '/invitation/spent', { language });
    });
    await guest.leave();
    for (const [persona, list] of Object.entries(pages)) {
      const visitor = await browser.person({ language });
      try {
        await visitor.signIn(accounts[persona]);
        await visitor.speak(language);
      } catch (error) {
        await test(`${persona} signs in`, () => {
          throw error;
        });
        continue;
      }
      for (const [name, path, prepare] of list) await test(`${persona}: ${name}, in ${language}`, () => look(visitor, persona, name, path, { prepare, language, full: name !== 'api' }));
      await visitor.leave();
    }
  }
  await browser.close();
  await server.stop();
  return answers;
}
