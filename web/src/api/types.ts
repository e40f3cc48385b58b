// The words of the API as TypeScript types, one name per schema. Pages import from here and from nowhere else, so that
// types generated from docs/openapi.json (npm run types) can take the place of these by aliases.

export type Id = number;
/** YYYY-MM-DD */
export type Day = string;
/** RFC 3339, UTC */
export type Instant = string;

/** A label in both languages; the reader's is picked, the other stands in when it is empty. */
export interface Text {
  sv: string;
  en: string;
}

export interface Page<T> {
  items: T[];
  next?: string | null;
}

export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  errors?: { where: string; code: string; detail: string }[] | null;
  trace?: string | null;
}

export type Role = 'employee' | 'manager' | 'hr' | 'learning' | 'executive' | 'auditor' | 'administrator';
export type State = 'met' | 'uncertain' | 'gap' | 'unknown';
export type Source = 'self' | 'manager' | 'peer' | 'interview' | 'talk' | 'test' | 'project' | 'certificate' | 'expert';
export type SkillKind = 'technical' | 'tool' | 'soft';
export type Language = 'sv' | 'en';

// --- access ---

export interface Start {
  organisation: string;
  language: Language;
  needs_administrator: boolean;
  demonstration: boolean;
  accounts: { persona: string; name: string; email: string; password: string }[];
}

export interface RoleGrant {
  role: Role;
  unit?: Id | null;
  unit_name?: string | null;
}

export interface Session {
  account: Id;
  person?: Id | null;
  name: string;
  email: string;
  language: Language;
  csrf: string;
  roles: RoleGrant[];
  permissions: string[];
  /** direct reports */
  reports: number;
  demonstration: boolean;
  organisation: string;
  guide_done: boolean;
}

export interface Token {
  id: Id;
  name: string;
  scopes: string[];
  created: Instant;
  last_used?: Instant | null;
  expires?: Day | null;
}

export interface Account {
  id: Id;
  email: string;
  name: string;
  person?: Id | null;
  active: boolean;
  language: string;
  roles: RoleGrant[];
  last_seen?: Instant | null;
  version: number;
}

export interface NewAccount {
  email: string;
  name: string;
  person?: Id | null;
  roles: { role: Role; unit?: Id | null }[];
  language: Language;
}

export interface AuditEntry {
  seq: number;
  at: Instant;
  actor: string;
  action: string;
  action_text: string;
  object_kind: string;
  object: Id;
  fields: string[];
  hash: string;
}

export interface AuditVerification {
  ok: boolean;
  entries: number;
  first_broken?: number | null;
  head: string;
}

export interface Settings {
  organisation: string;
  language: Language;
  weights: Record<Source, number>;
  /** months */
  half_life: { tool: number; technical: number; soft: number };
  confidence: number;
  must_factor: number;
  conflict: number;
  suppression: number;
  version: number;
}

export interface Status {
  version: string;
  started: Instant;
  database: string;
  schema: number;
  people: number;
  assessments: number;
  snapshot: { day: Day; seq: number; built_ms: number; bytes: number };
  memory_bytes: number;
  disk_free_bytes: number;
  jobs_waiting: number;
}

export interface Job {
  id: Id;
  kind: string;
  kind_text: string;
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  /** 0 to 1 */
  progress: number;
  note: string;
  created: Instant;
  finished?: Instant | null;
  by: string;
  problem?: Problem | null;
  result?: Record<string, number> | null;
}

// --- people ---

export interface Unit {
  id: Id;
  parent?: Id | null;
  code: string;
  name: string;
  depth: number;
  /** with the units below */
  people: number;
  manager?: Id | null;
  version: number;
}

export interface PersonRow {
  id: Id;
  number: string;
  name: string;
  email?: string | null;
  unit?: Id | null;
  unit_name: string;
  title: string;
  roles: { id: Id; name: Text }[];
  manager?: Id | null;
  manager_name: string;
  hired: Day;
  left?: Day | null;
}

export interface Position {
  id: Id;
  unit: Id;
  unit_name: string;
  title: string;
  manager?: Id | null;
  manager_name: string;
  fte: number;
  from: Day;
  to?: Day | null;
}

export interface Person {
  id: Id;
  number: string;
  given: string;
  family: string;
  name: string;
  email?: string | null;
  hired: Day;
  left?: Day | null;
  version: number;
  may: { edit: boolean; levels: boolean; assess: boolean; reason_needed: boolean; rate_self: boolean };
  /** newest first, all history */
  positions: Position[];
  roles: { id: Id; name: Text; from: Day; to?: Day | null }[];
  manager?: { id: Id; name: string } | null;
  reports: { id: Id; name: string; title: string }[];
}

export interface NewPerson {
  number: string;
  given: string;
  family: string;
  email?: string | null;
  hired: Day;
  unit?: Id | null;
  title?: string | null;
  manager?: Id | null;
}

export interface PersonChange {
  given?: string;
  family?: string;
  email?: string | null;
  number?: string;
  hired?: Day;
  left?: Day | null;
  language?: Language;
}

export interface NewPosition {
  unit: Id;
  title: string;
  manager?: Id | null;
  fte?: number;
  from: Day;
}

export interface Read {
  at: Instant;
  by: string;
  what: string;
  reason: string;
}

export interface Everything {
  person: Person;
  accounts: Record<string, unknown>[];
  positions: Position[];
  roles: { id: Id; name: Text; from: Day; to?: Day | null }[];
  assessments: StoredAssessment[];
  contests: Contest[];
  reads: Read[];
  audit: AuditEntry[];
}

export interface StoredAssessment {
  id: Id;
  skill: Id;
  name?: Text;
  level: number;
  source: Source;
  day: Day;
  assessor?: string | null;
  note?: string | null;
  expires?: Day | null;
  recorded?: Instant | null;
}

export interface Found {
  kind: 'person' | 'unit' | 'role' | 'skill' | 'page';
  id: Id;
  name: string;
  detail: string;
}

// --- skills ---

export interface SkillGroup {
  id: Id;
  key: string;
  name: Text;
  parent?: Id | null;
}

export interface SkillRow {
  id: Id;
  group?: Id | null;
  key: string;
  name: Text;
  kind: SkillKind;
  retired: boolean;
  scale: Id;
  /** profiles that require it today */
  roles: number;
}

export interface Catalogue {
  groups: SkillGroup[];
  items: SkillRow[];
}

export interface Scale {
  id: Id;
  key: string;
  name: Text;
  min: number;
  max: number;
  levels: { level: number; name: Text; anchor: Text }[];
}

export interface SkillFigures {
  required: number;
  met: number;
  uncertain: number;
  gap: number;
  unknown: number;
  bus_factor?: number | null;
  /** people per whole level, 0 to the scale's end */
  levels?: number[] | null;
  suppressed: boolean;
}

export interface Skill {
  id: Id;
  key: string;
  group?: Id | null;
  name: Text;
  description: Text;
  alternative: { sv: string[]; en: string[] };
  kind: SkillKind;
  scale: Scale;
  anchors: { level: number; text: Text }[];
  hours_per_level: number;
  retired: boolean;
  version: number;
  required_by: { role: Id; name: Text; level: number; importance: number; must: boolean }[];
  figures?: SkillFigures | null;
}

export interface SkillInput {
  key?: string;
  group?: Id | null;
  name: Text;
  description: Text;
  alternative: { sv: string[]; en: string[] };
  kind: SkillKind;
  scale: Id;
  anchors: { level: number; text: Text }[];
  hours_per_level: number;
  retired: boolean;
}

export interface RoleRow {
  id: Id;
  key: string;
  name: Text;
  requirements: number;
  holders: number;
  valid_from?: Day | null;
  versions: number;
}

export interface Requirement {
  skill: Id;
  name?: Text;
  level: number;
  importance: 1 | 2 | 3;
  must: boolean;
}

export interface RoleProfile {
  id: Id;
  key: string;
  name: Text;
  description: Text;
  version: number;
  profile?: { id: Id; valid_from: Day; note: string; requirements: Requirement[] } | null;
  versions: { id: Id; valid_from: Day; note: string; by: string; requirements: number }[];
  holders: number;
}

export interface RoleDifference {
  changes: {
    skill: Id;
    name: Text;
    kind: 'added' | 'removed' | 'changed';
    before?: Requirement | null;
    after?: Requirement | null;
  }[];
  holders: number;
  /** people whose state changes */
  touched: number;
  newly_unmet: number;
  newly_met: number;
}

export interface Pack {
  key: string;
  name: Text;
  description: Text;
  skills: number;
  roles: number;
  installed: boolean;
}

// --- assessments ---

export interface Sums {
  requirements: number;
  met: number;
  uncertain: number;
  gap: number;
  unknown: number;
  weighted_gap_sum: number;
  weighted_required: number;
  weighted_gap?: number | null;
  fit?: number | null;
  ready: boolean;
}

export interface HeldSkill {
  skill: Id;
  name: Text;
  level?: number | null;
  uncertainty?: number | null;
  confidence: number;
  needs_refresh: boolean;
  conflict: boolean;
  contested: boolean;
  required?: number | null;
  importance?: number | null;
  must: boolean;
  state?: State | null;
  gap?: number | null;
  roles: Id[];
  /** newest per source */
  sources: { source: Source; level: number; day: Day; assessor?: string | null }[];
  scale_max: number;
}

export interface SkillProfile {
  person: Id;
  name: string;
  day: Day;
  sums: Sums;
  skills: HeldSkill[];
}

export interface Contest {
  id: Id;
  assessment: Id;
  reason: string;
  at: Instant;
  state: 'open' | 'upheld' | 'corrected' | 'withdrawn';
  answer?: string | null;
  answered_by?: string | null;
  answered?: Instant | null;
}

export interface Evidence {
  id: Id;
  source: Source;
  level: number;
  day: Day;
  assessor: string;
  note: string;
  expires?: Day | null;
  weight: number;
  age_months: number;
  decay: number;
  /** 0 to 1 of the fused level */
  share: number;
  counts: boolean;
  why_not?: string | null;
  comments: { by: string; at: Instant; text: string }[];
  contest?: Contest | null;
  recorded: Instant;
}

export interface Explanation {
  skill: Id;
  name: Text;
  level?: number | null;
  uncertainty?: number | null;
  confidence: number;
  scale: Scale;
  formula: string;
  evidence: Evidence[];
  anchors: { level: number; text: Text }[];
}

export interface NewAssessment {
  person: Id;
  skill: Id;
  level: number;
  source: Source;
  day?: Day;
  note?: string;
  expires?: Day | null;
}

export interface ContestAnswer {
  outcome: 'upheld' | 'corrected';
  answer: string;
  level?: number;
}

export interface ContestRow {
  contest: Contest;
  person: Id;
  person_name: string;
  skill: Id;
  skill_name: Text;
  level: number;
  source: Source;
  assessor: string;
  note: string;
}

// --- insights ---

export interface Figures {
  day: Day;
  people: number;
  /** people with any evidence */
  assessed: number;
  sums: Sums;
  coverage?: number | null;
  unknown_share: number;
  single_points: { skill: Id; name: Text; unit?: Id | null; unit_name?: string | null; holders: number }[];
  largest: { skill: Id; name: Text; people_below: number; mean_gap: number; share: number }[];
  states_by_unit: {
    unit: Id;
    name: string;
    people: number;
    met: number;
    uncertain: number;
    gap: number;
    unknown: number;
    hidden: boolean;
  }[];
}

/** Row-major units × skills. -1: nobody needs it there. -2: hidden, too few. -3 (weighted_gap): all unknown. */
export interface GapMap {
  day: Day;
  seq: number;
  units: { id: Id; parent?: Id | null; name: string; depth: number; people: number }[];
  skills: { id: Id; name: Text; group?: Id | null; kind: string }[];
  required: number[];
  met: number[];
  uncertain: number[];
  below: number[];
  unknown: number[];
  weighted_gap: number[];
  coverage: number[];
}

export interface CellPerson {
  person: Id;
  name: string;
  role: Id;
  role_name: Text;
  required: number;
  level?: number | null;
  confidence: number;
  state: State;
  gap: number;
  must: boolean;
}

export interface Cell {
  unit: Id;
  unit_name: string;
  skill: Id;
  name: Text;
  sums: Sums;
  roles: { role: Id; name: Text; level: number; people?: number | null }[];
  bus_factor?: number | null;
  people?: CellPerson[] | null;
  hidden: boolean;
}

export interface PersonSums {
  person: Id;
  name: string;
  unit_name: string;
  sums: Sums;
}

export interface TeamCell {
  level?: number | null;
  confidence: number;
  required?: number | null;
  state?: State | null;
  must: boolean;
  conflict: boolean;
  contested: boolean;
}

export interface TeamMatrix {
  manager: Id;
  day: Day;
  skills: { id: Id; name: Text; required_by: number }[];
  people: { id: Id; name: string; title: string; sums: Sums; cells: (TeamCell | null)[] }[];
  /** everyone below, not only direct reports */
  chain: { people: number; sums: Sums; hidden: boolean };
}

export interface Home {
  persona: Role;
  tasks: { kind: string; text: Text; count: number; to: string }[];
  guide?: { steps: { key: string; done: boolean; count: number }[] } | null;
}

// --- imports ---

export type ImportKind = 'people' | 'roles' | 'assessments';

export interface ImportField {
  key: string;
  name: Text;
  required: boolean;
  help: Text;
  examples: string[];
}

export interface ImportOptions {
  delimiter?: string | null;
  encoding?: string | null;
  date_order?: 'dmy' | 'mdy' | 'ymd' | '' | null;
  name_order?: 'given_family' | 'family_given' | '' | null;
  absent_leave: boolean;
  leave_day?: Day | null;
  as_of?: Day | null;
  source?: Source | null;
}

export interface ImportOutcome {
  new: number;
  changed: number;
  unchanged: number;
  would_leave: number;
  problems: number;
  warnings: number;
}

export interface Import {
  id: Id;
  kind: ImportKind;
  filename: string;
  size: number;
  state: 'uploaded' | 'checking' | 'checked' | 'applying' | 'applied' | 'failed';
  created: Instant;
  by: string;
  sheet?: string | null;
  rows?: number | null;
  columns: { name: string; samples: string[] }[];
  mapping: { columns: Record<string, string>; options: ImportOptions };
  job?: Job | null;
  outcome?: ImportOutcome | null;
  problem?: Problem | null;
}

export interface ImportProblem {
  row: number;
  column: string;
  value: string;
  code: string;
  text: string;
  severity: 'error' | 'warning';
}

export interface ImportChange {
  row: number;
  kind: 'new' | 'changed' | 'would_leave';
  key: string;
  name: string;
  fields: { field: string; before: string; after: string }[];
}

export interface Mapping {
  id: Id;
  name: string;
  kind: ImportKind;
  columns: Record<string, string>;
  options: ImportOptions;
}
