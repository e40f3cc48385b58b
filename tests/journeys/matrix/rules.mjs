// What the matrix asks of each operation, and what each actor must be answered. An operation without a rule fails the
// test: whoever adds a route says here who may see what through it.
//
// A rule makes cases for one actor: {about, ask: {params, query, body, headers}, expect: {status, code}, check}.
// Writes are asked in a way that is refused last of all (a stale version, a wrong value), so that passing the rights
// shows in the status and nothing changes.
import { people, missing } from './cast.mjs';
import { theReason } from './things.mjs';

const stale = { 'If-Match': '"0"' };
const gone = (code) => ({ status: 404, code });

// About a person: a case for each person there is for this actor, and a missing one.
const person = (sight, ok, { place = 'params', reason = sight === 'levels' || sight === 'everything', query, body, headers, check } = {}) => (actor, stage) =>
  Object.entries(people(actor, stage.company)).flatMap(([about, id]) => {
    const sees = actor.sees(sight, id);
    const ask = { params: { person: id }, query: { ...query?.(stage), ...(place === 'query' ? { person: id } : {}) }, body: typeof body === 'function' ? body(stage, id) : body, headers };
    const answer = (yes) => ({ yes: ok, no: gone('person.not_found'), reason: { status: 403, code: 'access.reason_needed' } })[yes];
    const plain = { about, ask, expect: answer(sees), check: check && ((json) => check(json, id, actor, stage)) };
    if (!reason) return [plain];
    const stated = { ...plain, about: `${about}, with a reason`, ask: { ...ask, query: { ...ask.query, reason: theReason } }, expect: answer(sees === 'reason' ? 'yes' : sees) };
    return [plain, stated];
  });

// What only the person decides: others are told so, if they see the person at all.
const onlyOwn = (expect, { more = () => ({}), body } = {}) => (actor, stage) =>
  Object.entries(people(actor, stage.company)).map(([about, id]) => ({
    about,
    ask: { params: { person: id, ...more(stage) }, body },
    expect: actor.person === id ? expect : actor.sees('profile', id) === 'yes' ? { status: 403, code: 'wish.only_own' } : gone('person.not_found'),
  }));

// About something whose rows do not depend on who asks: one that exists and one that does not.
const thing = (params, ok, lost, ask = {}) => (actor, stage) => {
  const real = params(stage);
  const none = Object.fromEntries(Object.keys(real).map((name) => [name, typeof real[name] === 'number' ? missing : 'finns-inte']));
  const made = typeof ask === 'function' ? ask(stage) : ask;
  return [
    { about: 'an existing one', ask: { params: real, ...made }, expect: ok },
    { about: 'missing', ask: { params: none, ...made }, expect: lost },
  ];
};

// Not about anything in particular.
const plain = (expect, ask = {}, check) => (actor, stage) => [{ about: 'it', ask: typeof ask === 'function' ? ask(actor, stage) : ask, expect, check: check && ((json) => check(json, actor, stage)) }];

const ok = { status: 200 };
const wrongValue = { status: 422 };
const noAssumptions = { leave: [], close: [], places: [], new_roles: [], hire: [], requirements: [], growth: [] };

// The rows of a list are exactly those that the actor sees.
const exactly = (found, wanted) => {
  const a = new Set(found);
  const extra = [...a].filter((id) => !wanted.has(id));
  const lacking = [...wanted].filter((id) => !a.has(id));
  return extra.length || lacking.length ? `shows ${extra.length} people who must not be seen (${extra.slice(0, 3)}), lacks ${lacking.length} (${lacking.slice(0, 3)})` : undefined;
};
const seenBy = (actor, stage, sight, ...enough) => new Set([...stage.company.people.keys()].filter((id) => enough.includes(actor.sees(sight, id))));
const only = (ids, wanted) => {
  const extra = ids.filter((id) => !wanted.has(id));
  return extra.length ? `shows ${extra.length} people who must not be seen: ${extra.slice(0, 3)}` : undefined;
};

// About a unit's sums: one whose sums the actor has, one whose it has not, and a missing one.
const unit = (query = {}, check) => (actor, stage) => {
  const mine = stage.things.units.find((one) => one.people > 0 && actor.sumsOver(one.id));
  const other = stage.things.units.find((one) => one.people > 0 && !actor.sumsOver(one.id));
  const asked = (id) => ({ query: { ...(typeof query === 'function' ? query(stage) : query), unit: id } });
  return [
    mine && { about: 'a unit of the actor', ask: asked(mine.id), expect: ok, check: check && ((json) => check(json, actor, stage)) },
    other && { about: 'another unit', ask: asked(other.id), expect: gone('unit.not_found') },
    { about: 'missing', ask: asked(missing), expect: gone('unit.not_found') },
  ].filter(Boolean);
};

// A what-if: nothing assumed, then that somebody leaves, for each person there is for this actor; and about a unit.
const assuming = (query, { units = true } = {}) => (actor, stage) => [
  { about: 'nothing assumed', ask: { body: noAssumptions, query }, expect: ok },
  ...Object.entries(people(actor, stage.company)).map(([about, id]) => ({
    about: `${about} leaves`,
    ask: { body: { ...noAssumptions, leave: [id] }, query: { ...query, reason: theReason } },
    expect: actor.sees('levels', id) === 'no' ? wrongValue : ok,
  })),
  ...(units ? unit(query)(actor, stage).map((one) => ({ ...one, ask: { ...one.ask, body: noAssumptions } })) : []),
];

// About a statement: the actor's own, a report's, a stranger's, a missing one.
const statement = (body, outcome, { reason = true, headers } = {}) => async (actor, stage) => {
  const cases = [{ about: 'missing', ask: { params: { assessment: missing }, query: { reason: theReason }, body, headers }, expect: gone('assessment.not_found') }];
  for (const [about, id] of Object.entries(people(actor, stage.company))) {
    if (id === missing) continue;
    const found = await stage.things.said(id);
    if (!found) continue;
    const sees = actor.sees('levels', id);
    const expected = (yes) => ({ yes: outcome(about), no: gone('assessment.not_found'), reason: { status: 403, code: 'access.reason_needed' } })[yes];
    cases.push({ about, ask: { params: { assessment: found.id }, body, headers }, expect: expected(sees) });
    if (reason) cases.push({ about: `${about}, with a reason`, ask: { params: { assessment: found.id }, query: { reason: theReason }, body, headers }, expect: expected(sees === 'reason' ? 'yes' : sees) });
  }
  return cases;
};

// About a contest that is over: seen by the person, the direct manager and HR of the unit.
const contest = (outcome, body) => (actor, stage) => [
  ...stage.things.contests.map(({ id, person: about }) => {
    const own = actor.person === about;
    const judges = !own && (stage.company.relation(actor.person, about) === 'direct' || actor.covers('hr', about));
    return { about: own ? 'own' : judges ? 'to be answered' : 'unrelated', ask: { params: { contest: id }, body }, expect: own || judges ? outcome(own) : gone('contest.not_found') };
  }),
  { about: 'missing', ask: { params: { contest: missing }, body }, expect: gone('contest.not_found') },
];

// A file that somebody attached to a statement about themself, opened by each actor.
const attachment = (outcome) => (actor, stage) => {
  const { id, person: about } = stage.things.attachment;
  const sees = actor.sees('levels', about);
  const expected = (yes) => ({ yes: outcome, no: gone('attachment.not_found'), reason: { status: 403, code: 'access.reason_needed' } })[yes];
  return [
    { about: 'an attached file', ask: { params: { attachment: id } }, expect: expected(sees), raw: true },
    { about: 'an attached file, with a reason', ask: { params: { attachment: id }, query: { reason: theReason } }, expect: expected(sees === 'reason' ? 'yes' : sees), raw: true },
    { about: 'missing', ask: { params: { attachment: missing } }, expect: gone('attachment.not_found') },
  ];
};

// Recording: the table of who may say what about whom, tried with a level that no scale has.
const recording = (actor, stage) =>
  ['self', 'manager', 'peer'].flatMap((source) =>
    Object.entries(people(actor, stage.company)).map(([about, id]) => {
      const expect = () => {
        const own = actor.person === id;
        if (own && source === 'self') return actor.may('rate_self') ? wrongValue : { status: 403, code: 'http.forbidden' };
        if (actor.sees('profile', id) === 'no') return gone('person.not_found');
        if (source === 'self') return { status: 403, code: 'assessment.self_only' };
        if (!actor.may('record_assessment')) return { status: 403, code: 'http.forbidden' };
        if (own || (stage.company.relation(actor.person, id) !== 'direct' && !actor.covers('hr', id))) return { status: 403, code: 'assessment.not_manager' };
        return wrongValue;
      };
      return { about: `${about}, as ${source}`, ask: { body: { person: id, skill: stage.things.skill, level: 99, source } }, expect: expect() };
    }),
  );

// HR of one unit edits units there only; whoever edits people over everything, all.
const unitEdit = (actor, stage) => {
  const there = (id) => actor.roles.some((grant) => grant.role === 'hr' && (!grant.unit || stage.company.within(id, grant.unit)));
  const mine = stage.things.units.find((one) => there(one.id));
  const other = stage.things.units.find((one) => !there(one.id));
  return [
    mine && { about: 'a unit of the actor', ask: { params: { unit: mine.id }, headers: stale, body: { name: 'X' } }, expect: { status: 412 } },
    other && { about: 'another unit', ask: { params: { unit: other.id }, headers: stale, body: { name: 'X' } }, expect: { status: 403, code: 'unit.not_yours' } },
    { about: 'missing', ask: { params: { unit: missing }, headers: stale, body: { name: 'X' } }, expect: gone('unit.not_found') },
  ].filter(Boolean);
};

// Whoever hands in files acts on everybody's rows.
const forEverybody = (expect, ask = {}) => (actor) => [{ about: 'it', ask, expect: actor.covers('hr') ? expect : { status: 403, code: 'import.needs_everyone' } }];

// Files of activities are L&D's too; those of people do not exist for them.
const keepsLearning = (actor) => actor.roles.some((grant) => grant.role === 'learning') && actor.may('edit_learning');

// About a file of people that HR has handed in and applied; without an expectation only the missing one is tried.
const ofImport = (expect, ask = {}) => (actor, stage) => {
  const turned = actor.covers('hr') ? undefined : keepsLearning(actor) ? gone('import.not_found') : { status: 403, code: 'import.needs_everyone' };
  return [
    expect && { about: 'an applied one', ask: { params: { import: stage.things.import }, ...ask }, expect: turned ?? expect },
    { about: 'missing', ask: { params: { import: missing }, ...ask }, expect: turned ?? gone('import.not_found') },
  ].filter(Boolean);
};

// About HR's job, which is over.
const ofJob = (expect) => (actor, stage) => [
  { about: "HR's", ask: { params: { job: stage.things.job } }, expect: actor.may('view_jobs') || actor.client.session?.account === stage.things.jobOf ? expect : gone('job.not_found') },
  { about: 'missing', ask: { params: { job: missing } }, expect: gone('job.not_found') },
];

// Plans of everybody are for those who have the sums of everybody.
const overEverybody = (actor) => ['hr', 'learning', 'executive', 'auditor'].some((role) => actor.covers(role));
const planned = (which, expect, ask = {}) => (actor, stage) =>
  thing((stage) => ({ plan: stage.things.plans[which] }), overEverybody(actor) ? expect : gone('plan.not_found'), gone('plan.not_found'), ask)(actor, stage);
const noPlan = (stage) => ({ name: ' ', frame: stage.things.plans.frame });
// What a plan gives to whom: of those whose levels the actor sees, HR once it has said why.
const planItems = (actor, stage) => [
  ...thing((stage) => ({ plan: stage.things.plans.published }), ok, gone('plan.not_found'))(actor, stage).map((one) => ({ ...one, check: (json) => only(json.items.map((item) => item.person), seenBy(actor, stage, 'levels', 'yes')) })),
  { about: 'an existing one, with a reason', ask: { params: { plan: stage.things.plans.published }, query: { reason: theReason } }, expect: ok, check: (json) => only(json.items.map((item) => item.person), seenBy(actor, stage, 'levels', 'yes', 'reason')) },
];
const planItem = (expect, body) => (actor, stage) => [
  ...stage.things.plans.items.map(({ person, id }) => ({ about: `what person ${person} is to do`, ask: { params: { item: id }, body }, expect: expect[stage.company.relation(actor.person, person)] ?? gone('plan_item.not_found') })),
  { about: 'missing', ask: { params: { item: missing }, body }, expect: gone('plan_item.not_found') },
];

// Assumptions as the server has them to begin with; a name that is none makes them refused last of all.
const noScenario = (stage) => ({ name: ' ', description: '', base: false, assumptions: stage.things.assumptions });

// A goal without a metric; and what only its owner, the manager here, and those who set goals report.
const noGoal = { name: { sv: 'Utan mått', en: '' }, description: { sv: '', en: '' }, owner: 1, metric: { sv: '', en: '' }, measure: { sv: '', en: '' }, baseline: 1, target: 2, starts: '2026-01-01', due: '2099-01-01', weight: 3, units: [] };
const goalReport = (expect, { params, body } = {}) => (actor, stage) => [
  { about: "the manager's", ask: { params: { goal: stage.things.goal, ...params }, body }, expect: actor.may('edit_goals') || actor.person === stage.personas.manager.session.person ? expect : { status: 403, code: 'goal.not_yours' } },
  { about: 'missing', ask: { params: { goal: missing, ...params }, body }, expect: gone('goal.not_found') },
];

// About the strategy: read by whoever views strategies, changed by HR of everything and by executives.
const noStrategy = { name: { sv: '', en: '' }, starts: '2026-01-01', ends: '2099-01-01', aim: '', principles: '', communication: '', years: [] };
const runsStrategy = (actor) => actor.covers('hr') || actor.covers('executive');
const strategy = (expect, { params, changes = true, ...ask } = {}) => (actor, stage) =>
  [stage.things.strategy, missing].map((id) => ({
    about: id === missing ? 'missing' : 'the active one',
    ask: { params: { strategy: id, ...params }, ...ask },
    expect: id === missing ? gone('strategy.not_found') : changes && !runsStrategy(actor) ? { status: 403, code: 'strategy.not_yours' } : expect,
  }));

// Employee numbers in the first column of a CSV file.
const numbersIn = (text) => text.split(/\r?\n/).slice(1).filter(Boolean).map((line) => line.split(';')[0].replaceAll('"', ''));
const idsOf = (text, stage) => {
  const byNumber = new Map([...stage.company.people.values()].map((one) => [one.number, one.id]));
  return numbersIn(text).map((number) => byNumber.get(number)).filter(Boolean);
};
const onlyNumbers = (text, stage, wanted) => {
  const ids = idsOf(text, stage);
  return ids.length === 0 ? 'the file is empty' : only(ids, wanted);
};
const exactlyNumbers = (text, stage, wanted) => exactly(idsOf(text, stage), wanted);

// About a round of everybody, one far from HR of one unit, and a missing one. HR of one unit changes only its own.
const round = (expect, { which = 'open', changes = false, ...ask } = {}) => (actor, stage) => {
  const { rounds } = stage.things;
  const whole = actor.covers('hr');
  return [
    { about: 'a round of everybody', ask: { params: { round: rounds[which] }, ...ask }, expect: changes && !whole ? { status: 403, code: 'round.not_yours' } : expect },
    which === 'open' && { about: 'a round elsewhere', ask: { params: { round: rounds.elsewhere }, ...ask }, expect: whole ? expect : gone('round.not_found') },
    { about: 'missing', ask: { params: { round: missing }, ...ask }, expect: gone('round.not_found') },
  ].filter(Boolean);
};

// About a case: it is there for whoever answers it, and for nobody else.
const caseOf = (expect, { forms = false, ...ask } = {}) => (actor, stage) => [
  ...stage.things.rounds.cases.map(({ about, id, answers, managers }) => ({ about, ask: { params: { case: id, skill: stage.things.skill }, ...ask }, expect: answers(actor) && !(forms && managers) ? expect : gone('round.case_not_found') })),
  { about: 'missing', ask: { params: { case: missing, skill: stage.things.skill }, ...ask }, expect: gone('round.case_not_found') },
];

// About colleagues who answer about a person: chosen by the person and the manager of the day; to others the choice does not exist.
const choosing = (expect, { params, check } = {}) => (actor, stage) =>
  Object.entries(people(actor, stage.company)).map(([about, id]) => {
    const chooses = actor.person && ['own', 'direct'].includes(stage.company.relation(actor.person, id));
    return { about, ask: { params: { round: stage.things.rounds.open, person: id, ...params?.(id) } }, expect: chooses ? expect : gone('round.not_found'), check: check && ((json) => check(json, id, stage)) };
  });

// About an assessor from outside, for those who may change the round.
const assessorOf = (expect, { which = 'assessor', params, ...ask } = {}) => (actor, stage) => {
  const { rounds } = stage.things;
  const cases = { 'one of the round': [rounds.open, rounds[which]], 'missing in the round': [rounds.open, missing], 'of another round': [rounds.elsewhere, rounds[which]] };
  return Object.entries(cases).map(([about, [round, account]]) => {
    const there = about === 'one of the round' ? expect : gone('round.assessor_not_found');
    return { about, ask: { params: { round, account, ...params }, ...ask }, expect: actor.covers('hr') ? there : round === rounds.open ? { status: 403, code: 'round.not_yours' } : gone('round.not_found') };
  });
};

const noRound = { name: '', units: [], roles: [], skills_from: 'profile', skills: [], voices: [], opens: '2026-01-01', closes: '2026-01-01' };
const skillInput = { name: { sv: '', en: '' }, description: { sv: '', en: '' }, alternative: { sv: [], en: [] }, kind: 'technical', hours_per_level: 10 };
const noActivity = { name: { sv: '', en: '' }, description: { sv: '', en: '' }, kind: 'course', provider: '', language: 'sv', online: false, place: '', hours: 0 };
const emptyName = { name: { sv: '', en: '' }, description: { sv: '', en: '' } };
const position = (stage) => ({ unit: missing, title: 'Svetsare', from: stage.things.today });

// A programme is run by HR and L&D of its unit; others who run programmes elsewhere are told that it is not theirs.
const runs = (actor, stage, { unit }) => actor.roles.some((grant) => ['hr', 'learning'].includes(grant.role) && (!grant.unit || stage.company.within(unit, grant.unit)));
const programme = (expect, { params, check, ...ask } = {}) => (actor, stage) => [
  { about: 'an open one', ask: { params: { programme: stage.things.reskilling.programme.id, ...params }, ...ask }, expect: runs(actor, stage, stage.things.reskilling.programme) ? expect : { status: 403, code: 'programme.not_yours' }, check: check && ((json) => check(json, actor)) },
  { about: 'missing', ask: { params: { programme: missing, ...params }, ...ask }, expect: gone('programme.not_found') },
];
const noProgramme = { name: ' ', description: '', ready: '2020-01-01', hours_a_week: 0, roles: [], recruitment_cost: 0, onboarding_weeks: 0, monthly_salary: 0, hour_cost: 0 };
const notAPerson = { status: 403, code: 'interest.only_people' };
const seenInterested = (json, actor) => (json.items.every((one) => actor.covers('hr', one.person) || actor.covers('learning', one.person)) ? undefined : 'shows people outside the units');

export const rules = {
  // --- signing in, one's own account ---
  'GET /start': plain(ok),
  'POST /start/administrator': plain(gone('invitation.not_open'), { body: { token: 'x', name: 'X', email: 'x@lindvaken.example', password: 'en lång nog mening' } }),
  'POST /session': plain({ status: 401, code: 'session.wrong' }, (actor) => ({ body: { email: `${encodeURIComponent(actor.name)}@nobody.example`, password: 'fel' } })),
  'GET /session': plain(ok, {}, (json, actor) => (json.account === actor.client.session.account ? undefined : 'tells of another account')),
  'POST /invitations/{token}': plain(gone('invitation.not_open'), { params: { token: 'x' }, body: { password: 'en lång nog mening' } }),
  'PATCH /account': plain(wrongValue, { body: { language: 'xx' } }),
  'POST /account/password': (actor) => [{ about: 'it', ask: { body: { current: 'fel', password: 'en lång nog mening' } }, expect: actor.client.token ? { status: 403, code: 'token.by_token' } : { status: 422, code: 'input.invalid' } }],
  'GET /home': plain(ok),
  'GET /guide': plain(ok),
  'GET /tokens': plain(ok),
  'POST /tokens': (actor) => [{ about: 'it', ask: { body: { name: '', scopes: [] } }, expect: actor.client.token ? { status: 403, code: 'token.by_token' } : wrongValue }],
  'DELETE /tokens/{token}': (actor, stage) => [
    { about: "another's", ask: { params: { token: stage.things.foreignToken } }, expect: gone('token.not_found') },
    { about: 'missing', ask: { params: { token: missing } }, expect: gone('token.not_found') },
  ],

  // --- administration ---
  'GET /accounts': plain(ok),
  'POST /accounts': plain(wrongValue, { body: { email: 'ingen adress', name: 'X' } }),
  'GET /accounts/{account}': thing((stage) => ({ account: stage.spare.id }), ok, gone('account.not_found')),
  'PATCH /accounts/{account}': thing((stage) => ({ account: stage.spare.id }), { status: 412 }, gone('account.not_found'), { headers: stale, body: { name: 'X' } }),
  'POST /accounts/{account}/invitation': thing((stage) => ({ account: stage.spare.id }), ok, gone('account.not_found')),
  'GET /audit': plain(ok),
  'GET /audit/verification': plain(ok, {}, (json) => (json.ok ? undefined : 'the chain is broken')),
  'GET /settings': plain(ok),
  'PUT /settings': plain({ status: 412 }, { headers: stale, body: { organisation: 'X', language: 'sv', weights: {}, half_life: { tool: 12, technical: 24, soft: 36 }, confidence: 0.5, must_factor: 2, conflict: 2, suppression: 5 } }),
  'GET /status': plain(ok),

  // --- people ---
  'GET /people': plain(ok, { query: { limit: 200 } }, async (json, actor, stage) => exactly((await actor.client.all('/people')).map((one) => one.id), seenBy(actor, stage, 'profile', 'yes'))),
  'GET /people/unmanaged': plain(ok, {}, (json, actor, stage) => only(json.items.map((one) => one.id), seenBy(actor, stage, 'profile', 'yes'))),
  'GET /people/{person}': person('profile', ok, { check: (json, id, actor, stage) => (json.id !== id ? 'tells of another person' : only(json.reports.map((one) => one.id), seenBy(actor, stage, 'profile', 'yes'))) }),
  'POST /people': plain(wrongValue, (actor, stage) => ({ body: { number: 'M-1', given: 'Ny', family: 'Person', hired: stage.things.today, unit: missing, title: 'Svetsare' } })),
  'PATCH /people/{person}': person('edit', { status: 412 }, { headers: stale, body: { given: 'X' } }),
  'DELETE /people/{person}/left': person('edit', { status: 409, code: 'person.has_not_left' }),
  'POST /people/{person}/positions': person('edit', wrongValue, { body: position }),
  'GET /people/{person}/roles': person('profile', ok),
  'POST /people/{person}/roles': person('edit', wrongValue, { body: { role: missing } }),
  'DELETE /people/{person}/roles/{role}': (actor, stage) =>
    person('edit', gone('holder.not_found'))(actor, stage).map((one) => ({ ...one, ask: { ...one.ask, params: { ...one.ask.params, role: missing } } })),
  'GET /people/{person}/everything': person('everything', ok, { check: (json, id) => (json.person.id === id && json.assessments.every((one) => one.person === id) ? undefined : 'tells of another person') }),
  'GET /units': plain(ok, {}, (json, actor, stage) => (json.items.length === stage.things.units.length ? undefined : 'the tree is not whole')),
  'POST /units': plain(wrongValue, { body: { code: '', name: '' } }),
  'PATCH /units/{unit}': unitEdit,

  // --- what people want, and who may find them: only oneself says so ---
  'GET /people/{person}/wishes': person('levels', ok),
  'PUT /people/{person}/wishes/skills/{skill}': onlyOwn(wrongValue, { more: (stage) => ({ skill: stage.things.skill }), body: { level: 99 } }),
  'DELETE /people/{person}/wishes/skills/{skill}': onlyOwn(ok, { more: () => ({ skill: missing }) }),
  'PUT /people/{person}/wishes/roles/{role}': onlyOwn(gone('role.not_found'), { more: () => ({ role: missing }) }),
  'DELETE /people/{person}/wishes/roles/{role}': onlyOwn(ok, { more: () => ({ role: missing }) }),
  'GET /people/{person}/consent': onlyOwn(ok),
  'PUT /people/{person}/consent': onlyOwn({ status: 409, code: 'consent.other_words' }, { body: { edition: 0, own_ratings: false } }),
  'DELETE /people/{person}/consent': onlyOwn(ok),

  // --- skills and roles: the same for everybody ---
  'GET /skills': plain(ok),
  'GET /skills/matches': plain(ok, { query: { text: 'svetsare' } }, (json) => (json.items.every((one) => one.reason) ? undefined : 'a skill without a reason')),
  'GET /skills/{skill}': thing((stage) => ({ skill: stage.things.skill }), ok, gone('skill.not_found')),
  'POST /skills': plain(wrongValue, { body: skillInput }),
  'PUT /skills/{skill}': thing((stage) => ({ skill: stage.things.skill }), { status: 412 }, gone('skill.not_found'), { headers: stale, body: { ...skillInput, name: { sv: 'X', en: 'X' } } }),
  'POST /skills/groups': plain(wrongValue, { body: { name: { sv: '', en: '' } } }),
  'GET /scales': plain(ok),
  'GET /packs': plain(ok),
  'POST /taxonomies/releases': plain(wrongValue, { query: { kind: 'skills', filename: 'lista.csv', dry_run: true }, body: Buffer.from('färg\nblå\n'), headers: { 'Content-Type': 'application/octet-stream' } }),
  'GET /taxonomies': plain(ok),
  'GET /taxonomies/crosswalks': plain(ok),
  'POST /taxonomies/crosswalks': plain(wrongValue, { query: { filename: 'tabell.csv', dry_run: true }, body: Buffer.from('färg\nblå\n'), headers: { 'Content-Type': 'application/octet-stream' } }),
  'GET /taxonomies/{taxonomy}/releases': thing(() => ({ taxonomy: 1 }), ok, gone('taxonomy.not_found')),
  'GET /taxonomies/releases/{release}/changes': thing(() => ({ release: 1 }), ok, gone('taxonomy.release_not_found')),
  'GET /concepts': plain(ok, { query: { taxonomy: 1 } }),
  'GET /concepts/matches': plain(ok, { query: { text: 'betong', kind: 'skill' } }),
  'GET /concepts/{concept}': thing(() => ({ concept: 1 }), ok, gone('concept.not_found')),
  'GET /concepts/{concept}/needed-by': thing(() => ({ concept: 1 }), ok, gone('concept.not_found')),
  'GET /concepts/{concept}/skills': thing(() => ({ concept: 1 }), ok, gone('concept.not_found')),
  // Concept 1 is a group of occupations.
  'POST /concepts/{concept}/skills': thing(() => ({ concept: 1 }), { status: 422, code: 'concept.no_skill' }, gone('concept.not_found')),
  'GET /skills/{skill}/concepts': thing((stage) => ({ skill: stage.things.skill }), ok, gone('skill.not_found')),
  'GET /skills/{skill}/concepts/proposals': thing((stage) => ({ skill: stage.things.skill }), ok, gone('skill.not_found')),
  'PUT /skills/{skill}/concepts': thing((stage) => ({ skill: stage.things.skill }), gone('concept.not_found'), gone('skill.not_found'), { body: { concept: missing } }),
  'DELETE /skills/{skill}/concepts/{concept}': thing((stage) => ({ skill: stage.things.skill, concept: 1 }), gone('concept.not_linked'), gone('skill.not_found')),
  'POST /packs/{key}': thing(() => ({ key: 'core' }), ok, { status: 404 }),
  'GET /drafts/occupations/{concept}': thing(() => ({ concept: 1 }), { status: 422, code: 'draft.no_occupation' }, gone('concept.not_found')),
  'POST /drafts/documents': plain(wrongValue, { body: Buffer.from('{\\rtf1 }'), headers: { 'Content-Type': 'application/octet-stream' } }),
  'POST /drafts/texts': plain(ok, { body: { text: 'Du kan gjuta betong.' } }),
  'POST /drafts/roles': plain(wrongValue, { body: { ...emptyName, note: '', requirements: [] } }),
  'GET /roles': plain(ok),
  'GET /roles/{role}': thing((stage) => ({ role: stage.things.role.id }), ok, gone('role.not_found')),
  'POST /roles': plain(wrongValue, { body: emptyName }),
  'PUT /roles/{role}': thing((stage) => ({ role: stage.things.role.id }), { status: 412 }, gone('role.not_found'), { headers: stale, body: { ...emptyName, name: { sv: 'X', en: 'X' } } }),
  'POST /roles/{role}/profiles': thing((stage) => ({ role: stage.things.role.id }), wrongValue, gone('role.not_found'), (stage) => ({ body: { valid_from: stage.things.today, note: '', requirements: [{ skill: missing, level: 1, importance: 1, must: false }] } })),
  'GET /roles/{role}/difference': thing((stage) => ({ role: stage.things.role.id }), ok, { status: 404 }, (stage) => ({ query: { from: stage.things.role.versions[0].id, to: stage.things.role.versions[0].id } })),

  // --- statements ---
  'POST /assessments': recording,
  'DELETE /assessments/{assessment}': statement(undefined, () => ({ status: 403, code: 'assessment.not_yours' })),
  'POST /assessments/{assessment}/comments': statement({ text: '' }, () => wrongValue),
  'POST /assessments/{assessment}/contests': statement({ reason: '' }, (about) => (about === 'own' ? wrongValue : { status: 403, code: 'contest.only_own' }), { reason: false }),
  'POST /assessments/{assessment}/links': statement({ link: '', name: '' }, (about) => (about === 'own' ? wrongValue : { status: 403, code: 'attachment.not_yours' })),
  'POST /assessments/{assessment}/files': statement(Buffer.from('intyg'), (about) => (about === 'own' ? wrongValue : { status: 403, code: 'attachment.not_yours' }), { headers: { 'Content-Type': 'application/octet-stream' } }),
  'GET /attachments/{attachment}': attachment(ok),
  'DELETE /attachments/{attachment}': (actor, stage) => [
    { about: "somebody else's", ask: { params: { attachment: stage.things.attachment.id } }, expect: gone('attachment.not_found') },
    { about: 'missing', ask: { params: { attachment: missing } }, expect: gone('attachment.not_found') },
  ],
  'GET /calibrations': plain(ok, {}, (json, actor, stage) => only(json.items.map((one) => one.rater), seenBy(actor, stage, 'edit', 'yes'))),
  'GET /calibrations/mine': plain(ok),
  'GET /contests': plain(ok, {}, (json, actor, stage) => {
    const open = new Set([...stage.company.people.keys()].filter((id) => ['own', 'direct'].includes(stage.company.relation(actor.person, id)) || actor.covers('hr', id)));
    return only(json.items.map((one) => one.person), open);
  }),
  'DELETE /contests/{contest}': contest((own) => (own ? { status: 409, code: 'contest.closed' } : { status: 403, code: 'contest.only_own' })),
  'POST /contests/{contest}/answer': contest((own) => (own ? { status: 403, code: 'contest.not_own_answer' } : { status: 409, code: 'contest.closed' }), { outcome: 'upheld', answer: 'Nivån står kvar.' }),

  // --- goals ---
  'GET /goals': plain(ok, {}, (json, actor) => (json.may_edit === actor.may('edit_goals') ? undefined : 'says wrongly who may edit')),
  'POST /goals': plain(wrongValue, { body: { goal: noGoal, needs: [] } }),
  'GET /goals/starters': plain(ok),
  'GET /goals/leaders': plain(ok),
  'GET /goals/{goal}': thing((stage) => ({ goal: stage.things.goal }), ok, gone('goal.not_found')),
  'PUT /goals/{goal}': thing((stage) => ({ goal: stage.things.goal }), { status: 412 }, gone('goal.not_found'), { headers: stale, body: noGoal }),
  'PUT /goals/{goal}/needs': thing((stage) => ({ goal: stage.things.goal }), { status: 412 }, gone('goal.not_found'), { headers: stale, body: { needs: [] } }),
  'PUT /goals/{goal}/needs/{need}/choice': thing((stage) => ({ goal: stage.things.goal, need: missing }), gone('need.not_found'), gone('goal.not_found'), { body: { not_funded: true, because: 'inte i år' } }),
  'POST /goals/{goal}/drop': thing((stage) => ({ goal: stage.things.goal }), wrongValue, gone('goal.not_found'), { body: { because: ' ' } }),
  'POST /goals/{goal}/resume': thing((stage) => ({ goal: stage.things.goal }), { status: 409, code: 'goal.not_dropped' }, gone('goal.not_found')),
  'POST /goals/{goal}/readings': goalReport(wrongValue, { body: { day: '2099-01-01', value: 1, note: '' } }),
  'DELETE /goals/{goal}/readings/{day}': goalReport(gone('goal.reading_not_found'), { params: { day: '2001-01-01' } }),

  'GET /priorities': plain(ok),
  'GET /priorities/export': plain(ok, { query: { format: 'csv' } }),
  'GET /goals/{goal}/activities': (actor, stage) =>
    thing((stage) => ({ goal: stage.things.goal }), ok, gone('goal.not_found'))(actor, stage).map((one) => ({ ...one, check: (json) => (actor.may('view_learning_costs') && actor.may('view_aggregates') ? undefined : JSON.stringify(json).includes('"amount"') ? 'tells of costs' : undefined) })),

  'GET /goals/{goal}/activities/export': thing((stage) => ({ goal: stage.things.goal }), ok, gone('goal.not_found'), { query: { format: 'csv' } }),

  // --- learning; costs are for those who plan, and for managers ---
  'GET /activities': plain(ok, {}, (json, actor) => (json.items.every((one) => !!one.cost === actor.may('view_learning_costs')) ? undefined : 'tells wrongly of costs')),
  'GET /activities/starters': plain(ok),
  'POST /activities/starters': plain(ok),
  'GET /activities/export': plain(ok),
  'GET /activities/{activity}': (actor, stage) =>
    thing((stage) => ({ activity: stage.things.activity }), ok, gone('activity.not_found'))(actor, stage).map((one) => ({ ...one, check: (json) => (!!json.cost === actor.may('view_learning_costs') && json.may_edit === actor.may('edit_learning') ? undefined : 'tells wrongly of costs or of who edits') })),
  'POST /activities': plain(wrongValue, { body: noActivity }),
  'PUT /activities/{activity}': thing((stage) => ({ activity: stage.things.activity }), { status: 412 }, gone('activity.not_found'), { headers: stale, body: noActivity }),
  'POST /activities/{activity}/archive': thing((stage) => ({ activity: stage.things.archived }), { status: 409, code: 'activity.archived_already' }, gone('activity.not_found')),
  'POST /activities/{activity}/restore': thing((stage) => ({ activity: stage.things.activity }), { status: 409, code: 'activity.not_archived' }, gone('activity.not_found')),
  'GET /goals/{goal}/standing': thing((stage) => ({ goal: stage.things.goal }), ok, gone('goal.not_found')),
  'GET /goals/{goal}/standing/export': thing((stage) => ({ goal: stage.things.goal }), ok, gone('goal.not_found'), { query: { format: 'csv' } }),

  // --- plans: sums for those who have them over everybody, persons for those who see levels ---
  'GET /plans': plain(ok, {}, (json, actor) => (overEverybody(actor) || json.items.length === 0 ? undefined : 'tells of units that are not the actor\'s')),
  'POST /plans': plain(wrongValue, (actor, stage) => ({ body: noPlan(stage) })),
  'GET /plans/{plan}': planned('published', ok),
  'PUT /plans/{plan}': planned('draft', { status: 412 }, (stage) => ({ headers: stale, body: { ...noPlan(stage), name: 'X' } })),
  'DELETE /plans/{plan}': planned('published', { status: 409, code: 'plan.not_draft' }),
  'POST /plans/{plan}/solution': planned('published', { status: 409, code: 'plan.not_draft' }),
  'POST /plans/{plan}/again': planned('draft', { status: 409, code: 'plan.not_published' }),
  'POST /plans/{plan}/review': planned('draft', { status: 409, code: 'plan.not_solved' }),
  'POST /plans/{plan}/draft': planned('draft', { status: 409, code: 'plan.not_in_review' }, { body: { because: 'x' } }),
  'POST /plans/{plan}/budget': planned('draft', { status: 409, code: 'plan.not_in_review' }),
  'POST /plans/{plan}/approval': planned('draft', { status: 409, code: 'plan.not_budget' }),
  'POST /plans/{plan}/refusal': planned('draft', { status: 409, code: 'plan.not_budget' }, { body: { because: 'x' } }),
  'POST /plans/{plan}/costs': planned('draft', { status: 409, code: 'plan.not_published' }, { body: { activity: 1, day: '2026-01-01', amount: 1, note: '' } }),
  'GET /plans/{plan}/verification': planned('draft', { status: 409, code: 'plan.not_solved' }),
  'GET /plans/{plan}/certificate': (actor, stage) => planned('draft', { status: 409, code: 'plan.not_solved' })(actor, stage).map((one) => (actor.may('view_levels') ? one : { ...one, expect: { status: 403, code: 'http.forbidden' } })),
  'GET /plans/{plan}/activities/export': planned('published', ok, { query: { format: 'csv' } }),
  'GET /plans/mine': plain(ok, {}, (json, actor) => only(json.items.map((one) => one.person), new Set([actor.person]))),
  'GET /plans/mine/calendar': plain(ok),
  'GET /plans/reviews': plain(ok, {}, (json, actor, stage) => only(json.items.flatMap((plan) => plan.items.map((one) => one.person)), seenBy(actor, stage, 'levels', 'yes'))),
  'GET /plans/{plan}/items': planItems,
  'GET /plans/{plan}/items/export': (actor, stage) => planItems(actor, stage).map(({ check, ...one }) => ({ ...one, ask: { ...one.ask, query: { ...one.ask.query, format: 'csv' } } })),
  'PUT /plans/items/{item}/review': planItem({ own: { status: 403, code: 'plan.only_managers' }, direct: { status: 409, code: 'plan.not_in_review' } }, { review: 'agreed', because: '' }),
  'PUT /plans/items/{item}/answer': planItem({ own: wrongValue, direct: { status: 403, code: 'plan.only_own' } }, { answer: 'declined', because: '' }),

  // --- the analysis: no row is about a person ---
  'GET /analytics/skills/{skill}/adjacent': thing((stage) => ({ skill: stage.things.skillNeeded }), ok, gone('skill.not_found')),
  'GET /analytics/roles/{role}/adjacent': thing((stage) => ({ role: stage.things.role.id }), ok, gone('role.not_found')),
  'GET /analytics/roles/{role}/adjacent/export': thing((stage) => ({ role: stage.things.role.id }), ok, gone('role.not_found'), { query: { format: 'csv' } }),
  'GET /analytics/roles/{role}/adjacent/{other}': thing((stage) => ({ role: stage.things.role.id, other: stage.things.role.id }), ok, gone('role.not_found')),
  'GET /analytics/roles/{role}/adjacent/{other}/people': thing((stage) => ({ role: stage.things.role.id, other: stage.things.role.id }), ok, gone('role.not_found')),
  'GET /analytics/concentration': plain(ok, {}, (json, actor, stage) => {
    const mine = stage.things.units.filter((one) => actor.sumsOver(one.id));
    return mine.length > 0 || json.people === 0 ? undefined : 'counts people whose sums the actor has not';
  }),
  'GET /analytics/concentration/export': plain(ok, { query: { format: 'csv' } }),
  'GET /analytics/ages': plain(ok, {}, (json) => (json.skills.every((one) => one.bands.every((n) => n === -1 || n === 0 || n >= 5)) ? undefined : 'counts fewer than five of an age')),
  'GET /analytics/ages/export': plain(ok, { query: { format: 'csv' } }),
  'GET /analytics/trends': unit({ months: 6 }),
  'GET /analytics/trends/export': unit({ months: 3, format: 'csv' }),

  // --- reskilling: everybody for themself, programmes for those who run them, sums for those who read them ---
  'GET /reskilling/roles': (actor) => [{ about: 'it', ask: {}, expect: actor.person ? ok : notAPerson }],
  'GET /reskilling/programmes': plain(ok, {}, (json) => (json.items.every((one) => !one.interest && one.state === 'open') ? undefined : 'tells of what is not open')),
  'PUT /reskilling/programmes/{programme}/interest': (actor, stage) => [
    { about: 'an open one, by words of another edition', ask: { params: { programme: stage.things.reskilling.programme.id }, body: { edition: 0, roles: [], words: '' } }, expect: actor.person ? { status: 409, code: 'interest.other_words' } : notAPerson },
    { about: 'missing', ask: { params: { programme: missing }, body: { edition: 0, roles: [], words: '' } }, expect: gone('programme.not_found') },
  ],
  'DELETE /reskilling/programmes/{programme}/interest': (actor, stage) => [
    { about: 'one without interest', ask: { params: { programme: stage.things.reskilling.programme.id } }, expect: actor.person ? ok : notAPerson },
    { about: 'missing', ask: { params: { programme: missing } }, expect: actor.person ? gone('programme.not_found') : notAPerson },
  ],
  'GET /reskilling/mine': plain(ok, {}, (json) => (json.mentored.length + json.trials.length === 0 ? undefined : 'tells of others')),
  'PUT /reskilling/steps/{step}': thing(() => ({ step: 1 }), gone('step.not_found'), gone('step.not_found'), { body: { done: true } }),
  'PUT /reskilling/trials/{member}': thing((stage) => ({ member: stage.things.reskilling.placed }), gone('member.not_found'), gone('member.not_found'), { body: { passed: true } }),
  'GET /programmes': plain(ok, {}, (json, actor) => (actor.covers('hr') || actor.covers('learning') || json.items.every((one) => Object.values(one.sums.stages).every((n) => n == null || n === 0 || n >= 5)) ? undefined : 'counts fewer than five')),
  'POST /programmes': plain(wrongValue, { body: noProgramme }),
  'GET /programmes/growth/{scenario}': thing((stage) => ({ scenario: stage.things.scenario }), ok, gone('scenario.not_found')),
  'GET /programmes/{programme}': thing((stage) => ({ programme: stage.things.reskilling.programme.id }), ok, gone('programme.not_found')),
  'PUT /programmes/{programme}': programme({ status: 412 }, { headers: stale, body: noProgramme }),
  'DELETE /programmes/{programme}': programme({ status: 409, code: 'programme.not_draft' }),
  'PUT /programmes/{programme}/state': programme({ status: 412 }, { headers: stale, body: { state: 'closed' } }),
  'GET /programmes/{programme}/candidates': programme(ok, { check: seenInterested }),
  'GET /programmes/{programme}/candidates/export': programme(ok, { query: { format: 'csv' } }),
  'POST /programmes/{programme}/suggestion': programme(ok, { body: { aim: 'hours', locks: [] }, check: seenInterested }),
  'PUT /programmes/{programme}/members/{person}': programme(gone('person.not_found'), { params: { person: missing }, body: { role: 1 } }),
  'DELETE /programmes/{programme}/members/{person}': programme(gone('member.not_found'), { params: { person: missing } }),
  'GET /programmes/{programme}/cohorts': programme(ok),
  'GET /programmes/{programme}/cohorts/export': programme(ok, { query: { format: 'csv' } }),
  'POST /programmes/{programme}/cohorts': programme(wrongValue, { body: { name: ' ', starts: '2020-01-01', place: '', members: [] } }),
  'PUT /reskilling/cohorts/{cohort}': (actor, stage) => [
    { about: 'one that has been', ask: { params: { cohort: stage.things.reskilling.cohort }, headers: stale, body: { name: 'A', starts: '2020-01-01', place: '', members: [] } }, expect: runs(actor, stage, stage.things.reskilling.past) ? { status: 412 } : { status: 403, code: 'programme.not_yours' } },
    { about: 'missing', ask: { params: { cohort: missing }, headers: stale, body: { name: 'A', starts: '2020-01-01', place: '', members: [] } }, expect: gone('cohort.not_found') },
  ],
  'PUT /reskilling/members/{member}/stage': (actor, stage) => [
    { about: 'somebody placed', ask: { params: { member: stage.things.reskilling.placed }, body: { stage: 'learning' } }, expect: runs(actor, stage, stage.things.reskilling.past) ? { status: 409, code: 'member.stage_order' } : { status: 403, code: 'programme.not_yours' } },
    { about: 'missing', ask: { params: { member: missing }, body: { stage: 'learning' } }, expect: gone('member.not_found') },
  ],
  'PUT /reskilling/members/{member}/role': (actor, stage) => [
    { about: 'somebody placed, who has it', ask: { params: { member: stage.things.reskilling.placed } }, expect: runs(actor, stage, stage.things.reskilling.past) ? { status: 409, code: 'member.has_role' } : { status: 403, code: 'programme.not_yours' } },
    { about: 'missing', ask: { params: { member: missing } }, expect: gone('member.not_found') },
  ],

  // --- the strategy ---
  'GET /strategies': plain(ok),
  'POST /strategies': (actor) => [{ about: 'one without a name', ask: { body: noStrategy }, expect: runsStrategy(actor) ? wrongValue : { status: 403, code: 'strategy.not_yours' } }],
  'GET /strategies/{strategy}': strategy(ok, { changes: false }),
  'PUT /strategies/{strategy}': strategy({ status: 412 }, { headers: stale, body: noStrategy }),
  'PUT /strategies/{strategy}/override': (actor, stage) => [
    { about: 'the active one', ask: { params: { strategy: stage.things.strategy }, headers: stale, body: { why: 'x' } }, expect: actor.person === stage.personas.executive.session.person ? { status: 412 } : { status: 403, code: 'strategy.only_sponsor' } },
    { about: 'missing', ask: { params: { strategy: missing }, headers: stale, body: { why: 'x' } }, expect: gone('strategy.not_found') },
  ],
  'POST /strategies/{strategy}/activation': strategy({ status: 409, code: 'strategy.not_draft' }),
  'POST /strategies/{strategy}/closing': strategy(wrongValue, { body: { why: ' ' } }),
  'GET /strategies/{strategy}/anchoring': strategy(ok, { changes: false }),
  'PUT /strategies/{strategy}/decision': strategy({ status: 412 }, { headers: stale, body: { decided: '2026-01-01', decided_by: 'Styrelsen' } }),
  'PUT /strategies/{strategy}/consultations/{unit}': strategy({ status: 412 }, { params: { unit: 1 }, headers: stale, body: { asked: '2026-01-01', answer: '' } }),
  'DELETE /strategies/{strategy}/consultations/{unit}': strategy(gone('unit.not_found'), { params: { unit: missing } }),
  'POST /strategies/{strategy}/negotiations': strategy({ status: 412 }, { headers: stale, body: { union_name: 'Ledarna', day: '2026-01-01', outcome: 'agreed', note: '' } }),
  'PUT /strategies/{strategy}/negotiations/{negotiation}': strategy({ status: 412 }, { params: { negotiation: missing }, headers: stale, body: { union_name: 'Ledarna', day: '2026-01-01', outcome: 'agreed', note: '' } }),
  'DELETE /strategies/{strategy}/negotiations/{negotiation}': strategy(gone('strategy.negotiation_not_found'), { params: { negotiation: missing } }),
  'POST /strategies/{strategy}/links': strategy(wrongValue, { body: { link: 'javascript:alert(1)', name: '' } }),
  'POST /strategies/{strategy}/files': strategy(gone('strategy.negotiation_not_found'), { query: { filename: 'x.pdf', negotiation: missing }, body: Buffer.from('%PDF'), headers: { 'Content-Type': 'application/octet-stream' } }),
  'GET /strategies/documents/{document}': thing((stage) => ({ document: stage.things.strategyFile }), ok, gone('strategy.document_not_found')),
  'DELETE /strategies/documents/{document}': (actor, stage) => [
    { about: 'one of the active strategy', ask: { params: { document: stage.things.strategyFile } }, expect: runsStrategy(actor) ? { status: 409, code: 'strategy.not_draft' } : { status: 403, code: 'strategy.not_yours' } },
    { about: 'missing', ask: { params: { document: missing } }, expect: gone('strategy.document_not_found') },
  ],
  'GET /strategies/{strategy}/standing': strategy(ok, { changes: false }),
  'PUT /strategies/{strategy}/steps/{step}': strategy(wrongValue, { params: { step: 'gaps' }, body: { done: true, note: 'klart', link: '' } }),
  'PUT /strategies/{strategy}/readiness/{criterion}': strategy({ status: 409, code: 'strategy.criterion_computed' }, { params: { criterion: 'needs_analysis' }, body: { score: 2, evidence: 'allt är klart redan', link: '' } }),
  'GET /strategies/{strategy}/log': strategy(ok, { changes: false }),
  'POST /strategies/{strategy}/log': strategy(wrongValue, { body: { what: '', why: '' } }),
  'GET /strategies/{strategy}/reviews': strategy(ok, { changes: false }),
  'POST /strategies/{strategy}/reviews': strategy(wrongValue, { body: { decided: '', next: '2099-01-01' } }),
  'GET /strategies/{strategy}/document': strategy(ok, { changes: false }),
  'GET /strategy': plain(ok, {}, (json) => (json.whole || json.log.length || json.anchoring.consultations.some((one) => one.answer || one.stance) ? 'tells what departments answered' : undefined)),

  // --- scenarios ---
  'GET /scenarios': plain(ok),
  'POST /scenarios': plain(wrongValue, (actor, stage) => ({ body: noScenario(stage) })),
  'GET /scenarios/{scenario}': thing((stage) => ({ scenario: stage.things.scenario }), ok, gone('scenario.not_found')),
  'PUT /scenarios/{scenario}': thing((stage) => ({ scenario: stage.things.scenario }), { status: 412 }, gone('scenario.not_found'), (stage) => ({ headers: stale, body: noScenario(stage) })),
  'DELETE /scenarios/{scenario}': thing((stage) => ({ scenario: stage.things.scenario }), { status: 409, code: 'scenario.base_needed' }, gone('scenario.not_found')),
  'GET /scenarios/{scenario}/forecast': thing((stage) => ({ scenario: stage.things.scenario }), ok, gone('scenario.not_found')),
  'GET /scenarios/{scenario}/forecast/export': thing((stage) => ({ scenario: stage.things.scenario }), ok, gone('scenario.not_found')),
  'GET /goals/{goal}/forecast': thing((stage) => ({ goal: stage.things.goal }), ok, gone('goal.not_found')),
  'POST /forecasts': plain(wrongValue, (actor, stage) => ({ body: { assumptions: { ...stage.things.assumptions, attrition: 1.5 } } })),
  'GET /forecasts/comparison': plain(wrongValue, (actor, stage) => ({ query: { scenario: stage.things.scenario } })),
  'GET /forecasts/hazards': plain(ok),

  // --- inventory rounds ---
  'GET /rounds': plain(ok, {}, (json, actor, stage) => (json.items.some((one) => one.id === stage.things.rounds.elsewhere) === actor.covers('hr') ? undefined : 'shows other rounds than the actor reaches')),
  'POST /rounds': plain(wrongValue, { body: noRound }),
  'GET /rounds/{round}': round(ok),
  'PUT /rounds/{round}': round({ status: 412 }, { changes: true, headers: stale, body: noRound }),
  'DELETE /rounds/{round}': round({ status: 409, code: 'round.not_draft' }, { changes: true }),
  'POST /rounds/{round}/opening': round({ status: 409, code: 'round.not_draft' }, { changes: true }),
  'POST /rounds/{round}/closing': round({ status: 409, code: 'round.not_open' }, { which: 'closed', changes: true }),
  'GET /rounds/{round}/progress': round(ok),
  'GET /rounds/{round}/reminders': round(ok),
  'POST /rounds/{round}/reminders': round({ status: 409, code: 'round.not_open' }, { which: 'closed', changes: true }),
  'GET /rounds/{round}/comparison': round(ok, { which: 'closed' }),
  'GET /rounds/{round}/comparison/export': round(ok, { which: 'closed' }),
  'GET /rounds/{round}/calibration': (actor, stage) => {
    const { open, elsewhere } = stage.things.rounds;
    const reports = [...stage.company.people.keys()].some((id) => stage.company.relation(actor.person, id) === 'direct');
    const runs = (id) => actor.may('run_rounds') && (id === open || actor.covers('hr'));
    const expect = (id, reason) => (runs(id) ? (reason ? ok : { status: 403, code: 'access.reason_needed' }) : id === open && reports ? ok : gone('round.not_found'));
    return [
      ...[open, elsewhere].flatMap((id) => [undefined, theReason].map((reason) => ({ about: `${id === open ? 'a round of everybody' : 'a round elsewhere'}${reason ? ', with a reason' : ''}`, ask: { params: { round: id }, query: { reason } }, expect: expect(id, reason) }))),
      { about: 'missing', ask: { params: { round: missing }, query: { reason: theReason } }, expect: gone('round.not_found') },
    ];
  },
  'GET /rounds/mine': plain(ok, {}, (json, actor, stage) => (json.cases.every((one) => one.round !== stage.things.rounds.open || stage.things.rounds.cases.every(({ id, answers }) => id !== one.case || answers(actor))) ? undefined : "shows another's case")),
  'GET /rounds/cases/{case}': caseOf(ok, { forms: true }),
  'DELETE /rounds/cases/{case}': (actor, stage) => [
    { about: 'one of a round that is closed', ask: { params: { case: stage.things.rounds.declined } }, expect: actor.person === stage.employee ? { status: 409, code: 'round.closed' } : gone('round.case_not_found') },
    ...stage.things.rounds.cases.filter(({ about, answers }) => !answers(actor) || !about.includes('colleague')).map(({ about, id }) => ({ about, ask: { params: { case: id } }, expect: gone('round.case_not_found') })),
  ],
  'GET /rounds/{round}/peers': (actor, stage) => {
    const mine = new Set([...stage.company.people.keys()].filter((id) => ['own', 'direct'].includes(stage.company.relation(actor.person, id))));
    return [
      { about: 'a round of everybody', ask: { params: { round: stage.things.rounds.open } }, expect: mine.size > 0 ? ok : gone('round.not_found'), check: (json) => exactly(json.people.map((one) => one.person), mine) },
      { about: 'missing', ask: { params: { round: missing } }, expect: gone('round.not_found') },
    ];
  },
  'GET /rounds/{round}/peers/{person}/candidates': choosing(ok, { check: (json, id, stage) => only(json.items.map((one) => one.person), stage.company.colleagues(id)) }),
  'PUT /rounds/{round}/peers/{person}/{peer}': choosing(gone('person.not_found'), { params: (person) => ({ peer: person }) }),
  'DELETE /rounds/{round}/peers/{person}/{peer}': choosing(gone('person.not_found'), { params: () => ({ peer: missing }) }),
  'GET /rounds/{round}/assessors': round(ok, { changes: true }),
  'GET /rounds/{round}/members': round(ok, { changes: true }),
  'POST /rounds/{round}/assessors': round(wrongValue, { changes: true, body: { email: 'x', name: '', organisation: '', people: [], skills: [] } }),
  'PATCH /rounds/{round}/assessors/{account}': assessorOf(wrongValue, { body: { last_day: '1999-01-01' } }),
  // Ended already, so that nothing changes however often it is tried.
  'DELETE /rounds/{round}/assessors/{account}': assessorOf(ok, { which: 'ended' }),
  'POST /rounds/{round}/assessors/{account}/invitation': assessorOf({ status: 409, code: 'round.assessor_over' }, { which: 'ended' }),
  'POST /rounds/{round}/assessors/{account}/cases': assessorOf(wrongValue, { body: { people: [missing], skills: [] } }),
  'DELETE /rounds/{round}/assessors/{account}/cases/{person}': assessorOf(gone('person.not_found'), { params: { person: missing } }),
  'PUT /rounds/cases/{case}/answers/{skill}': caseOf(wrongValue, { body: { kind: 'level', level: 99 } }),
  'DELETE /rounds/cases/{case}/answers/{skill}': caseOf(ok),
  'GET /rounds/{round}/team': (actor, stage) => {
    const reports = new Set([...stage.company.people.keys()].filter((id) => stage.company.relation(actor.person, id) === 'direct'));
    return [
      { about: 'a round of everybody', ask: { params: { round: stage.things.rounds.open } }, expect: reports.size > 0 ? ok : gone('round.not_found'), check: (json) => exactly(json.people.map((one) => one.person), reports) },
      { about: 'missing', ask: { params: { round: missing } }, expect: gone('round.not_found') },
    ];
  },

  // --- notices: one's own; e-mail: its keeper's ---
  'GET /notices': plain(ok, {}, (json, actor, stage) => (actor.client.session.account === stage.things.notice.account || !json.items.some((one) => one.id === stage.things.notice.id) ? undefined : "shows another's notice")),
  'GET /notices/unread': plain(ok),
  'POST /notices/reading': plain({ status: 204 }),
  'POST /notices/{notice}/reading': (actor, stage) => [
    { about: "the employee's", ask: { params: { notice: stage.things.notice.id } }, expect: actor.client.session?.account === stage.things.notice.account ? { status: 204 } : gone('notice.not_found') },
    { about: 'missing', ask: { params: { notice: missing } }, expect: gone('notice.not_found') },
  ],
  'GET /mail': plain(ok, {}, (json) => (Object.keys(json.settings).some((key) => /pass|secret/i.test(key)) ? 'tells of a password' : undefined)),
  'PUT /mail': plain(wrongValue, { headers: stale, body: { server: 'mail.example', port: 0, security: 'tls', user: '', sender: '', address: '', quiet: { from: 18, to: 7, weekends: true } } }),
  'GET /mail/outbox': plain(ok),
  'POST /mail/retry': plain(ok),
  'POST /mail/test': plain({ status: 409, code: 'mail.not_set_up' }),

  // --- levels and sums ---
  'GET /people/{person}/skills': person('levels', ok, { check: (json, id) => (json.person === id ? undefined : 'tells of another person') }),
  'GET /people/{person}/skills/export': person('levels', ok),
  'GET /people/{person}/skills/{skill}': (actor, stage) =>
    person('levels', ok)(actor, stage).map((one) => ({ ...one, ask: { ...one.ask, params: { ...one.ask.params, skill: stage.things.skill } } })),
  'GET /insights/requirements': person('levels', ok, { place: 'query', check: (json, id) => (json.items.every((one) => one.person === id) ? undefined : 'tells of another person') }),
  'GET /insights/people': (actor, stage) => [
    { about: 'without a reason', ask: {}, expect: ok, check: async () => only((await actor.client.all('/insights/people')).map((one) => one.person), seenBy(actor, stage, 'levels', 'yes')) },
    { about: 'with a reason', ask: { query: { reason: theReason } }, expect: ok, check: async () => exactly((await actor.client.all('/insights/people', { reason: theReason })).map((one) => one.person), seenBy(actor, stage, 'levels', 'yes', 'reason')) },
  ],
  'GET /insights/next-assessments': (actor, stage) => [
    { about: 'without a reason', ask: { query: { limit: 200 } }, expect: ok, check: (json) => only(json.items.map((one) => one.person), seenBy(actor, stage, 'levels', 'yes')) },
    { about: 'with a reason', ask: { query: { limit: 200, reason: theReason } }, expect: ok, check: (json) => only(json.items.map((one) => one.person), seenBy(actor, stage, 'levels', 'yes', 'reason')) },
  ],
  'GET /insights/cell': unit(
    (stage) => ({ skill: stage.things.skillNeeded }),
    (json, actor, stage) => only(json.people.map((one) => one.person), seenBy(actor, stage, 'levels', 'yes')),
  ),
  'GET /insights/map': unit({}, (json, actor) => {
    const foreign = json.units.filter((one) => !actor.sumsOver(one.id));
    return foreign.length ? `shows ${foreign.length} units whose sums are not the actor's` : undefined;
  }),
  'GET /insights/organisation': unit(),
  'GET /insights/units': plain(ok, {}, (json, actor) => {
    const foreign = json.items.filter((one) => !actor.sumsOver(one.unit));
    return foreign.length ? `shows ${foreign.length} units whose sums are not the actor's` : undefined;
  }),
  'GET /insights/roles': plain(ok),
  'GET /insights/skills': plain(ok),
  'GET /insights/wishes': unit(),
  // --- who can what is asked, and what hangs on whom ---
  'GET /staffing/people': (actor, stage) => {
    const query = { skill: stage.things.skillNeeded, level: 1 };
    const listed = (more) => actor.client.all('/staffing/people', { ...query, ...more });
    const found = async (more) => (await listed(more)).filter((one) => !one.by_consent).map((one) => one.person);
    // Whoever agreed to be found is, by managers elsewhere and by nobody else; nothing but the level asked for is told.
    const { person: findable, skill } = stage.things.findable;
    const manages = actor.roles.some((grant) => grant.role === 'manager');
    const agreed = async () => {
      const one = (await actor.client.all('/staffing/people', { skill, level: 1 })).find((hit) => hit.person === findable);
      const wanted = manages || actor.sees('levels', findable) === 'yes';
      if (!!one !== wanted) return wanted ? 'does not find who agreed' : 'finds by a consent that is not for them';
      return one?.by_consent && (one.number !== '' || one.levels.length !== 1) ? 'tells more than was agreed to' : undefined;
    };
    return [
      { about: 'who agreed', ask: { query: { skill, level: 1 } }, expect: ok, check: agreed },
      { about: 'who agreed, in a role', ask: { query: { skill, level: 1, role: stage.things.role.id } }, expect: ok, check: (json) => (json.items.some((one) => one.by_consent) ? 'tells the role of who agreed' : undefined) },
      { about: 'without a reason', ask: { query }, expect: ok, check: async () => only(await found(), seenBy(actor, stage, 'levels', 'yes')) },
      { about: 'with a reason', ask: { query: { ...query, reason: theReason } }, expect: ok, check: async () => only(await found({ reason: theReason }), seenBy(actor, stage, 'levels', 'yes', 'reason')) },
      { about: 'a missing skill', ask: { query: { skill: missing, level: 1 } }, expect: gone('skill.not_found') },
    ];
  },
  'GET /staffing/people/export': (actor, stage) => {
    const query = { skill: stage.things.skillNeeded, level: 1 };
    return [
      { about: 'without a reason', ask: { query }, expect: ok, raw: true, check: (text) => only(idsOf(text, stage), seenBy(actor, stage, 'levels', 'yes')) },
      { about: 'with a reason', ask: { query: { ...query, reason: theReason } }, expect: ok, raw: true, check: (text) => only(idsOf(text, stage), seenBy(actor, stage, 'levels', 'yes', 'reason')) },
    ];
  },
  'GET /staffing/refresh': (actor, stage) =>
    [{ days: 1000 }, { overdue: true }].flatMap((query) => {
      const listed = async (more) => (await actor.client.all('/staffing/refresh', { ...query, ...more })).map((one) => one.person);
      return [
        { about: 'without a reason', ask: { query }, expect: ok, check: async () => only(await listed(), seenBy(actor, stage, 'levels', 'yes')) },
        { about: 'with a reason', ask: { query: { ...query, reason: theReason } }, expect: ok, check: async () => only(await listed({ reason: theReason }), seenBy(actor, stage, 'levels', 'yes', 'reason')) },
      ];
    }),
  'GET /staffing/refresh/export': (actor, stage) => {
    // The number is the second column here.
    const told = (text) => idsOf(text.split('\n').map((line) => line.split(/[;,]/).slice(1).join(';')).join('\n'), stage);
    return [
      { about: 'without a reason', ask: {}, expect: ok, raw: true, check: (text) => only(told(text), seenBy(actor, stage, 'levels', 'yes')) },
      { about: 'with a reason', ask: { query: { reason: theReason } }, expect: ok, raw: true, check: (text) => only(told(text), seenBy(actor, stage, 'levels', 'yes', 'reason')) },
    ];
  },
  'GET /staffing/single-points': unit({ holders: 1000 }, (json, actor, stage) => only(json.items.map((one) => one.holder?.person).filter(Boolean), actor.may('view_levels') ? seenBy(actor, stage, 'levels', 'yes') : new Set())),
  'GET /staffing/departure': person('levels', ok, { place: 'query', check: (json, id) => (json.people.length === 1 && json.people[0].person === id ? undefined : 'tells of another person') }),
  // Whom the actor may not see cannot be assumed to leave, and is answered as nobody is.
  'POST /what-if': assuming({}),
  'POST /what-if/forecast': assuming({}),
  'POST /what-if/forecast/export': assuming({}),
  'POST /what-if/scenario': assuming({ from: '2099-01-01' }, { units: false }),
  'GET /staffing/comparison': (actor, stage) => {
    const mine = stage.things.units.find((one) => one.people > 0 && actor.sumsOver(one.id))?.id ?? missing;
    return unit({ other: mine })(actor, stage);
  },
  'GET /team': (actor, stage) => [
    {
      about: 'it',
      ask: {},
      expect: actor.person ? ok : gone('person.not_found'),
      check: (json) => exactly(json.people.map((one) => one.id), new Set([...stage.company.people.keys()].filter((id) => stage.company.relation(actor.person, id) === 'direct'))),
    },
  ],
  'GET /search': (actor, stage) => {
    const names = Object.values(people(actor, stage.company)).filter((id) => id !== missing);
    return names.map((id) => ({
      about: `person ${id} by name`,
      ask: { query: { q: stage.company.people.get(id).name, limit: 20 } },
      expect: ok,
      check: (json) => {
        const found = json.items.filter((one) => one.kind === 'person').map((one) => one.id);
        const sees = actor.may('view_people') && actor.sees('profile', id) === 'yes';
        if (sees !== found.includes(id)) return sees ? 'does not find a person who may be seen' : 'finds a person who must not be seen';
        return only(found, seenBy(actor, stage, 'profile', 'yes'));
      },
    }));
  },

  // --- files in and out; who imports must see everybody, so HR of one unit is turned away ---
  'GET /imports/fields': plain(ok, { query: { kind: 'people' } }),
  'GET /imports/templates/{kind}': plain(ok, { params: { kind: 'people' } }),
  'POST /imports': forEverybody({ status: 201 }, { query: { kind: 'people', filename: 'matris.csv' }, body: Buffer.from('Anst.nr;Namn\n1;Anna Ek\n'), headers: { 'Content-Type': 'application/octet-stream' } }),
  'GET /imports': (actor) => [{ about: 'it', ask: {}, expect: actor.covers('hr') || keepsLearning(actor) ? ok : { status: 403, code: 'import.needs_everyone' }, check: (json) => (actor.covers('hr') || json.items.every((one) => one.kind === 'activities') ? undefined : 'shows files that are not of activities') }],
  'GET /imports/{import}': ofImport(ok),
  // Applied already or not yet checked: refused as such, so nothing changes however often it is tried.
  'DELETE /imports/{import}': ofImport(undefined),
  'PUT /imports/{import}/mapping': ofImport({ status: 409, code: 'import.applied_already' }, { body: { columns: { finns_inte: 'Namn' }, options: {} } }),
  'POST /imports/{import}/apply': ofImport({ status: 409 }),
  'GET /imports/{import}/names': ofImport(ok),
  'POST /imports/{import}/names': ofImport({ status: 409, code: 'import.applied_already' }, { body: { accepted: [] } }),
  'GET /imports/{import}/problems': ofImport(ok),
  'GET /imports/{import}/problems/export': ofImport(ok),
  'GET /imports/{import}/changes': ofImport(ok),
  'GET /mappings': forEverybody(ok, { query: { kind: 'people' } }),
  'POST /mappings': forEverybody(wrongValue, { body: { kind: 'people', name: '', columns: {} } }),
  'DELETE /mappings/{mapping}': (actor) => [{ about: 'missing', ask: { params: { mapping: missing } }, expect: actor.covers('hr') || keepsLearning(actor) ? gone('import.mapping_not_found') : { status: 403, code: 'import.needs_everyone' } }],
  'GET /people/export': (actor, stage) => [{ about: 'it', ask: {}, expect: ok, raw: true, check: (text) => exactlyNumbers(text, stage, seenBy(actor, stage, 'edit', 'yes')) }],
  'GET /roles/export': plain(ok),
  'GET /assessments/export': (actor, stage) => [
    { about: 'without a reason', ask: {}, expect: { status: 403, code: 'access.reason_needed' } },
    { about: 'with a reason', ask: { query: { reason: theReason } }, expect: ok, raw: true, check: (text) => onlyNumbers(text, stage, seenBy(actor, stage, 'levels', 'yes', 'reason')) },
  ],
  'GET /insights/map/export': unit({ format: 'csv' }),
  'GET /insights/units/export': plain(ok),
  'GET /insights/roles/export': plain(ok),
  'GET /insights/skills/export': plain(ok),

  // --- background work: one's own, and everybody's for those who look after the server ---
  'GET /jobs': plain(ok, {}, (json, actor, stage) => (actor.may('view_jobs') || actor.client.session.account === stage.things.jobOf || !json.items.some((job) => job.id === stage.things.job) ? undefined : "shows another's job")),
  'GET /jobs/{job}': ofJob(ok),
  'GET /jobs/{job}/events': ofJob(ok),
  'DELETE /jobs/{job}': ofJob({ status: 409, code: 'job.over' }),

  // --- last, since they end what the others ask with ---
  'DELETE /session': (actor) => [{ about: 'it', ask: {}, client: actor.client.cookie ? () => actor.client.again() : undefined, expect: { status: 204 } }],
  'DELETE /sessions': plain({ status: 204 }),
};
export const lasting = ['DELETE /session', 'DELETE /sessions'];
