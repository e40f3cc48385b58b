// Every operation the web calls, in the shape openapi-typescript gives: path → method → parameters, body, answer.
// Stands in until src/api/schema.d.ts is generated from docs/openapi.json; then client.ts imports its `paths` instead.
import type * as t from './types';

type Nothing = Record<never, never>;
type Body<In> = { requestBody: { content: { 'application/json': In } } };
type Operation<Out, Query, Path> = {
  parameters: { query?: Query; header?: Record<string, string> } & (keyof Path extends never ? { path?: never } : { path: Path });
  responses: {
    200: { content: { 'application/json': Out } };
    default: { content: { 'application/problem+json': t.Problem } };
  };
};
type Get<Out, Query = Nothing, Path = Nothing> = Operation<Out, Query, Path>;
type Send<In, Out, Path = Nothing, Query = Nothing> = Operation<Out, Query, Path> & Body<In>;
type Act<Out, Path = Nothing, Query = Nothing> = Operation<Out, Query, Path>;
type None = undefined;
type List<T> = { items: T[] };
type Cursor = { cursor?: string; limit?: number };
type AsOf = { as_of?: t.Day };
type OnPerson = { person: t.Id };

export interface paths {
  '/start': { get: Get<t.Start> };
  '/start/administrator': { post: Send<{ token: string; name: string; email: string; password: string }, t.Session> };
  '/session': { get: Get<t.Session>; post: Send<{ email: string; password: string }, t.Session>; delete: Act<None> };
  '/sessions': { delete: Act<None> };
  '/account': { patch: Send<{ language?: t.Language; name?: string }, t.Session> };
  '/account/password': { post: Send<{ current: string; password: string }, None> };
  '/tokens': {
    get: Get<List<t.Token>>;
    post: Send<{ name: string; scopes: string[]; expires?: t.Day }, { token: t.Token; secret: string }>;
  };
  '/tokens/{token}': { delete: Act<None, { token: t.Id }> };
  '/accounts': {
    get: Get<t.Page<t.Account>, Cursor & { query?: string }>;
    post: Send<t.NewAccount, { account: t.Account; invitation: string }>;
  };
  '/accounts/{account}': {
    patch: Send<{ roles?: t.NewAccount['roles']; active?: boolean; name?: string }, t.Account, { account: t.Id }>;
  };
  '/accounts/{account}/invitation': { post: Act<{ invitation: string }, { account: t.Id }> };
  '/invitations/{token}': { post: Send<{ password: string }, t.Session, { token: string }> };
  '/audit': {
    get: Get<t.Page<t.AuditEntry>, Cursor & { action?: string; account?: t.Id; from?: t.Day; to?: t.Day }>;
  };
  '/audit/verification': { get: Get<t.AuditVerification> };
  '/settings': { get: Get<t.Settings>; put: Send<Omit<t.Settings, 'version'>, t.Settings> };
  '/status': { get: Get<t.Status> };
  '/jobs': { get: Get<t.Page<t.Job>, Cursor> };
  '/jobs/{job}': { get: Get<t.Job, Nothing, { job: t.Id }>; delete: Act<t.Job, { job: t.Id }> };

  '/units': { get: Get<List<t.Unit>, AsOf>; post: Send<{ code: string; name: string; parent?: t.Id | null }, t.Unit> };
  '/units/{unit}': { patch: Send<{ name?: string; parent?: t.Id | null; code?: string }, t.Unit, { unit: t.Id }> };
  '/people': {
    get: Get<
      t.Page<t.PersonRow>,
      Cursor &
        AsOf & {
          query?: string;
          unit?: t.Id;
          role?: t.Id;
          manager?: t.Id;
          status?: 'employed' | 'left' | 'all';
          sort?: 'name' | 'unit' | 'hired';
        }
    >;
    post: Send<t.NewPerson, t.Person>;
  };
  '/people/{person}': { get: Get<t.Person, AsOf, OnPerson>; patch: Send<t.PersonChange, t.Person, OnPerson> };
  '/people/{person}/positions': { post: Send<t.NewPosition, t.Position, OnPerson> };
  '/people/{person}/roles': { post: Send<{ role: t.Id; from: t.Day; to?: t.Day | null }, None, OnPerson> };
  '/people/{person}/roles/{role}': { delete: Act<None, OnPerson & { role: t.Id }, { to?: t.Day }> };
  '/people/{person}/everything': { get: Get<t.Everything, Nothing, OnPerson> };
  '/search': { get: Get<List<t.Found>, { q: string; limit?: number }> };

  '/skills': { get: Get<t.Catalogue>; post: Send<t.SkillInput, t.Skill> };
  '/skills/{skill}': {
    get: Get<t.Skill, Nothing, { skill: t.Id }>;
    put: Send<t.SkillInput, t.Skill, { skill: t.Id }>;
  };
  '/scales': { get: Get<List<t.Scale>> };
  '/roles': {
    get: Get<List<t.RoleRow>, AsOf>;
    post: Send<{ key?: string; name: t.Text; description: t.Text }, t.RoleProfile>;
  };
  '/roles/{role}': { get: Get<t.RoleProfile, AsOf, { role: t.Id }> };
  '/roles/{role}/profiles': {
    post: Send<{ valid_from: t.Day; note: string; requirements: t.Requirement[] }, t.RoleProfile, { role: t.Id }>;
  };
  '/roles/{role}/difference': { get: Get<t.RoleDifference, { from: t.Id; to: t.Id }, { role: t.Id }> };
  '/packs': { get: Get<List<t.Pack>> };
  '/packs/{key}': { post: Act<{ skills: number; roles: number }, { key: string }> };

  '/people/{person}/skills': { get: Get<t.SkillProfile, AsOf & { reason?: string }, OnPerson> };
  '/people/{person}/skills/{skill}': {
    get: Get<t.Explanation, AsOf & { reason?: string }, OnPerson & { skill: t.Id }>;
  };
  '/assessments': { post: Send<t.NewAssessment, { id: t.Id }> };
  '/assessments/{assessment}/comments': { post: Send<{ text: string }, None, { assessment: t.Id }> };
  '/assessments/{assessment}/contests': { post: Send<{ reason: string }, t.Contest, { assessment: t.Id }> };
  '/contests': { get: Get<t.Page<t.ContestRow>, Cursor & { state?: 'open' }> };
  '/contests/{contest}': { delete: Act<None, { contest: t.Id }> };
  '/contests/{contest}/answer': { post: Send<t.ContestAnswer, t.Contest, { contest: t.Id }> };

  '/insights/organisation': { get: Get<t.Figures, AsOf & { unit?: t.Id }> };
  '/insights/map': { get: Get<t.GapMap, AsOf & { unit?: t.Id; role?: t.Id; group?: t.Id }> };
  '/insights/cell': { get: Get<t.Cell, AsOf & { unit: t.Id; skill: t.Id }> };
  '/insights/people': {
    get: Get<
      t.Page<t.PersonSums>,
      Cursor & {
        unit?: t.Id;
        role?: t.Id;
        skill?: t.Id;
        state?: t.State;
        sort?: 'weighted_gap' | 'name' | 'unknown';
      }
    >;
  };
  '/team': { get: Get<t.TeamMatrix, { manager?: t.Id; depth?: 'direct' }> };
  '/home': { get: Get<t.Home> };

  '/imports/fields': { get: Get<List<t.ImportField>, { kind: t.ImportKind }> };
  '/imports': { get: Get<t.Page<t.Import>, Cursor> };
  '/imports/{import}': {
    get: Get<t.Import, Nothing, { import: t.Id }>;
    delete: Act<None, { import: t.Id }>;
  };
  '/imports/{import}/mapping': {
    put: Send<{ columns: Record<string, string>; options: t.ImportOptions }, t.Import, { import: t.Id }>;
  };
  '/imports/{import}/apply': { post: Act<t.Import, { import: t.Id }> };
  '/imports/{import}/problems': { get: Get<t.Page<t.ImportProblem>, Cursor, { import: t.Id }> };
  '/imports/{import}/changes': {
    get: Get<t.Page<t.ImportChange>, Cursor & { kind?: t.ImportChange['kind'] }, { import: t.Id }>;
  };
  '/mappings': {
    get: Get<List<t.Mapping>, { kind: t.ImportKind }>;
    post: Send<Omit<t.Mapping, 'id'>, t.Mapping>;
  };
  '/mappings/{mapping}': { delete: Act<None, { mapping: t.Id }> };
}
