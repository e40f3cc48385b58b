// The things that cases are about besides people: statements, contests, tokens, units; found or made once.
import { imported } from '../support/imports.mjs';
import { opened } from '../support/client.mjs';
import { must, until } from '../support/tell.mjs';

const reason = 'inventering inför löneöversyn'; // why HR opens levels here

export const theReason = reason;

// Statements about each person, read by HR with a reason: [{id, source}], what the person did not say first.
async function statementsOf(hr, person) {
  const data = await hr.get(`/people/${person}/everything`, { reason });
  return data.assessments.filter((one) => !one.end).map(({ id, source, skill, assessor }) => ({ id, source, skill, assessor }));
}

// A round of everybody that is open, one that is closed, and one that is open in a unit far from the actors.
async function roundsOf(stage, skill, today) {
  const { personas, outsider, company } = stage;
  const started = async (name, units = []) => {
    const body = { name, units, roles: [], skills_from: 'chosen', skills: [skill], voices: ['self', 'manager', 'peer'], opens: today, closes: '2099-12-31' };
    const { id } = await personas.hr.post('/rounds', body);
    await personas.hr.post(`/rounds/${id}/opening`);
    return id;
  };
  const closed = await started('förra hösten');
  // A colleague, who shares unit and manager with the employee, is assessed by the employee.
  const colleague = [...company.people.values()].find((one) => one.id !== stage.employee && company.colleagues(one.id).has(stage.employee) && one.manager === company.people.get(stage.employee).manager).id;
  const asPeer = async (round) => {
    await personas.manager.want('PUT', `/rounds/${round}/peers/${colleague}/${stage.employee}`);
    return (await personas.employee.get('/rounds/mine')).cases.find((one) => one.round === round && one.voice === 'peer').case;
  };
  const declined = await asPeer(closed);
  await personas.hr.post(`/rounds/${closed}/closing`);
  const open = await started('i höst');
  const elsewhere = await started('någon annanstans', [company.people.get(outsider.session.person).unit]);
  const own = async (client) => (await client.get('/rounds/mine')).cases.find((one) => one.round === open && one.voice === 'self').case;
  // Two from outside: one who asks in the matrix, and one whose account has ended.
  const outside = async (email, people) => personas.hr.post(`/rounds/${open}/assessors`, { email, name: 'Eva Ek', organisation: 'Nordkontroll', people, skills: [] });
  const { assessor, invitation } = await outside('eva@nordkontroll.example', [stage.employee]);
  const client = await opened(personas.hr, invitation, 'eva@nordkontroll.example');
  stage.actors.push(stage.make('assessor from outside', client));
  const ended = (await outside('olle@annat.example', [stage.employee])).assessor.account;
  await personas.hr.want('DELETE', `/rounds/${open}/assessors/${ended}`);
  const team = await personas.manager.get(`/rounds/${open}/team`);
  const cases = [
    { about: "the employee's own", id: await own(personas.employee), answers: (actor) => actor.person === stage.employee },
    { about: "a stranger's own", id: await own(outsider), answers: () => false },
    { about: "the manager's about the employee", id: team.people.find((one) => one.person === stage.employee).case, answers: (actor) => company.relation(actor.person, stage.employee) === 'direct', managers: true },
    { about: "the employee's about a colleague", id: await asPeer(open), answers: (actor) => actor.person === stage.employee },
    { about: "the assessor's about the employee", id: (await client.get('/rounds/mine')).cases[0].case, answers: (actor) => actor.client === client },
  ];
  return { open, closed, elsewhere, cases, declined, assessor: assessor.account, ended };
}

// A plan that gives the employee and a stranger something, published; and a draft that nobody has solved.
async function plansOf({ personas, outsider, employee }, activities) {
  const hr = personas.hr;
  const { usual } = await hr.get('/plans');
  const { id: activity } = activities.find((one) => one.hours <= 40 && one.sessions_ahead === 0 && one.raises.every((raise) => raise.from === 0));
  const lock = (person) => ({ kind: 'lock', person, activity });
  const { id: published } = await hr.post('/plans', { name: 'Plan för alla', frame: { ...usual, locks: [lock(employee), lock(outsider.session.person)] } });
  const { id: draft } = await hr.post('/plans', { name: 'Utkast', frame: usual });
  await hr.post(`/plans/${published}/solution`);
  await until('the plan to be solved', async () => (await hr.get(`/plans/${published}`)).told, { within: 60000 });
  for (const step of ['review', 'budget']) await hr.post(`/plans/${published}/${step}`);
  await personas.executive.post(`/plans/${published}/approval`);
  const { items } = await hr.get(`/plans/${published}/items`, { reason });
  const of = (person) => items.find((one) => one.person === person).id;
  return { published, draft, frame: usual, items: [{ person: employee, id: of(employee) }, { person: outsider.session.person, id: of(outsider.session.person) }] };
}

export async function things(stage) {
  const { personas, outsider, company, actors } = stage;
  const hr = personas.hr;
  const statements = new Map();
  const statement = async (person, fits) => {
    if (!statements.has(person)) statements.set(person, await statementsOf(hr, person));
    return statements.get(person).find(fits);
  };
  // Said by somebody else than any actor, so that nobody sees it for having said it.
  const lookers = new Set(actors.map((actor) => actor.person).filter(Boolean));
  const said = (person) => statement(person, (one) => one.source !== 'self' && !lookers.has(one.assessor));

  // Contests already taken back: answering and taking back again is refused, so nothing changes however often it is tried.
  const contest = async (client, person) => {
    const about = await said(person);
    must(about, `nothing is said about person ${person}`);
    const made = await client.post(`/assessments/${about.id}/contests`, { reason: 'det här stämmer inte' });
    const taken = await client.ask('DELETE', `/contests/${made.id}`);
    must(taken.status === 204, `a contest could not be taken back: ${taken.bytes}`);
    return { id: made.id, person };
  };
  const contests = [await contest(personas.employee, stage.employee), await contest(outsider, outsider.session.person)];

  // A file that the outsider attaches to what is said of them.
  const rested = await said(outsider.session.person);
  const attached = await outsider.ask('POST', `/assessments/${rested.id}/files`, { query: { filename: 'intyg.txt' }, body: Buffer.from('intyg'), headers: { 'Content-Type': 'application/octet-stream' } });
  must(attached.status === 201, () => `a file could not be attached: ${attached.bytes}`);
  const attachment = { id: attached.json.id, person: outsider.session.person };

  // The outsider lets managers elsewhere find them, and wants what they can already.
  const findable = { person: outsider.session.person, skill: rested.skill };
  const agreed = await outsider.ask('PUT', `/people/${findable.person}/consent`, { body: { edition: 1, own_ratings: false } });
  must(agreed.status === 200, () => `consent could not be given: ${agreed.bytes}`);

  const catalogue = await hr.get('/skills');
  const roles = (await hr.get('/roles')).items;
  const role = await hr.get(`/roles/${roles[0].id}`);
  const { row: { id: goal } } = await hr.post('/goals', {
    goal: { name: { sv: 'Fler automatiserade timmar', en: '' }, description: { sv: '', en: '' }, owner: personas.manager.session.person, metric: { sv: 'Automatiserade timmar', en: '' }, measure: { sv: '%', en: '%' }, baseline: 15, target: 40, starts: '2026-01-01', due: '2099-01-01', weight: 3, units: [] },
    needs: [],
  });
  const { items: scenarios, usual: assumptions } = await hr.get('/scenarios');
  const foreignToken = (await outsider.post('/tokens', { name: 'främmande', scopes: ['view_own'] })).token.id;
  const today = (await personas.employee.get(`/people/${stage.employee}/skills`)).day;
  const rounds = await roundsOf(stage, catalogue.items[0].id, today);
  const [told] = (await personas.employee.get('/notices')).items;
  const notice = { id: told.id, account: personas.employee.session.account };
  // A file of HR's that changes nothing, applied to the end.
  const file = Buffer.from('Anst.nr;Förnamn;Efternamn\n' + [...company.people.values()].slice(0, 1).map((one) => `${one.number};${one.name.split(' ')[0]};${one.name.split(' ').slice(1).join(' ')}`).join('\n') + '\n');
  const done = await imported(hr, 'people', 'oforandrad.csv', file);
  must(done.state === 'applied', () => `HR's file was not applied: ${JSON.stringify(done)}`);
  // The strategy of the demonstration company, with a file.
  const strategy = (await hr.get('/strategies')).items[0].id;
  const minutes = await hr.ask('POST', `/strategies/${strategy}/files`, { query: { filename: 'beslut.txt' }, body: Buffer.from('beslut'), headers: { 'Content-Type': 'application/octet-stream' } });
  must(minutes.status === 201, () => `a file of the strategy could not be added: ${minutes.bytes}`);
  const activities = (await hr.get('/activities')).items;
  const archived = (await hr.post('/activities', { name: { sv: 'Utgången kurs', en: '' }, description: { sv: '', en: '' }, kind: 'course', provider: '', language: 'sv', online: false, place: '', seat_cost: 0, session_cost: 0, hours: 1 })).id;
  await hr.want('POST', `/activities/${archived}/archive`);
  const plans = await plansOf(stage, activities);
  // The open programme of the demonstration company, and the cohort that has been, with somebody placed.
  const programmes = (await hr.get('/programmes')).items;
  const programme = programmes.find((one) => one.state === 'open');
  const past = programmes.find((one) => one.state === 'closed');
  const cohorts = await hr.get(`/programmes/${past.id}/cohorts`);
  const reskilling = { programme, past, cohort: cohorts.cohorts[0].id, placed: cohorts.members[0].id };
  return { reskilling, plans, activity: activities[0].id, archived, statement, said, import: done.id, job: done.job.id, jobOf: hr.session.account, contests, attachment, findable, notice, skill: catalogue.items[0].id, skillNeeded: catalogue.items.find((one) => one.roles > 0).id, role, rounds, goal, scenario: scenarios[0].id, assumptions, foreignToken, strategy, strategyFile: minutes.json.id, today, units: [...company.units.values()] };
}
