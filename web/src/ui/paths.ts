// The addresses of the pages, in one place; the server's tasks on the home page point at these too.
import type { Found, Id } from '../api/types';

export const to = {
  home: '/',
  gap: '/gap',
  cell: (unit: Id, skill: Id) => `/gap?cell=${unit}.${skill}`,
  find: '/find',
  findSkill: (skill: Id, level: number, unit?: Id) => `/find?skills=${skill}.${level}&sure=1${unit ? `&unit=${unit}` : ''}`,
  singlePoints: '/single-points',
  departure: (people: Id[], unit?: Id) => `/departure?people=${people.join('.')}${unit ? `&unit=${unit}` : ''}`,
  cloud: (unit?: Id) => `/cloud${unit ? `?unit=${unit}` : ''}`,
  compare: '/compare',
  refresh: '/refresh',
  wished: '/wishes',
  team: '/team',
  contests: '/contests',
  next: '/next',
  calibration: '/calibration',
  me: '/me',
  myCv: '/me/cv',
  myData: '/me/data',
  myReaders: '/me/readers',
  people: '/people',
  peopleIn: (unit: Id) => `/people?unit=${unit}`,
  europass: (person: Id) => `/people/${person}/europass`,
  person: (person: Id) => `/people/${person}`,
  personSkill: (person: Id, skill: Id) => `/people/${person}?skill=${skill}`,
  scenarios: '/scenarios',
  scenario: (scenario: Id) => `/scenarios?scenario=${scenario}`,
  scenarioComparison: '/scenarios/comparison',
  goals: '/goals',
  goal: (goal: Id) => `/goals/${goal}`,
  priorities: '/priorities',
  analytics: (tab?: string) => `/analytics${tab ? `?tab=${tab}` : ''}`,
  analysedRole: (role: Id) => `/analytics?role=${role}`,
  analysedSkill: (skill: Id) => `/analytics/skills/${skill}`,
  units: '/units',
  roles: '/roles',
  role: (role: Id) => `/roles/${role}`,
  skills: '/skills',
  skill: (skill: Id) => `/skills/${skill}`,
  taxonomies: '/taxonomies',
  occupations: '/taxonomies?kind=occupation',
  taxonomy: (taxonomy: Id) => `/taxonomies/${taxonomy}`,
  concept: (concept: Id) => `/concepts/${concept}`,
  draftOfText: '/roles/draft',
  draftOf: (occupation: Id) => `/concepts/${occupation}/role`,
  rounds: '/rounds',
  round: (round: Id) => `/rounds/${round}`,
  strategy: '/strategy',
  strategyAnchoring: '/strategy/anchoring',
  strategyReadiness: '/strategy/readiness',
  strategyReviews: '/strategy/reviews',
  strategyLog: '/strategy/log',
  strategyDocument: '/strategy/document',
  strategySummary: '/strategy/summary',
  strategyForAll: '/strategy/decided',
  myRounds: '/rounds/mine',
  roundForm: (one: Id) => `/rounds/cases/${one}`,
  roundTeam: (round: Id) => `/rounds/${round}/team`,
  roundPeers: (round: Id) => `/rounds/${round}/peers`,
  roundTalks: (round: Id) => `/rounds/${round}/calibration`,
  learning: '/learning',
  learningOf: (skill: Id) => `/learning?skill=${skill}`,
  newActivity: '/learning/new',
  activity: (activity: Id) => `/learning/${activity}`,
  plans: '/plans',
  plan: (plan: Id) => `/plans/${plan}`,
  planReview: '/plans/review',
  myPlan: '/me/plan',
  imports: '/imports',
  importing: (id: Id) => `/imports/${id}`,
  notices: '/notices',
  account: '/account',
  accounts: '/admin/accounts',
  audit: '/admin/audit',
  jobs: '/admin/jobs',
  mail: '/admin/mail',
  settings: '/admin/settings',
  status: '/admin/status',
  api: '/api/docs',
  start: '/start',
};

export function foundAt(found: Found): string {
  switch (found.kind) {
    case 'person':
      return to.person(found.id);
    case 'unit':
      return to.peopleIn(found.id);
    case 'role':
      return to.role(found.id);
    case 'skill':
      return to.skill(found.id);
    default:
      return found.detail;
  }
}
