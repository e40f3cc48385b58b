// The door to the server: tokens, refusals, downloads.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { api, answer, download, forgetEarly, ifMatch, isRefusal, rememberCsrf, whenSignedOut, type Refusal } from './client';

const json = (status: number, body: unknown) => new Response(status === 204 ? null : JSON.stringify(body), { status, headers: { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json' } });
const problem = (status: number, code: string, errors?: { where: string; code: string; detail: string }[]) => json(status, { type: `urn:${code}`, title: 'T', status, detail: 'D', code, errors });
const serve = (response: Response | Error) => {
  const fetched = vi.fn((request: Request) => (response instanceof Error ? Promise.reject(response) : Promise.resolve(response.clone()).then((answered) => (void request, answered))));
  return fetched;
};
const refusalOf = async (asked: Promise<unknown>): Promise<Refusal> => {
  const error = await asked.catch((refused: unknown) => refused);
  if (!isRefusal(error)) throw new Error('was not refused');
  return error;
};
const url = 'http://kunna.test/api/v1';

afterEach(() => {
  rememberCsrf('');
  whenSignedOut(() => undefined);
});

describe('the client', () => {
  it('sends the CSRF token with what changes something, and only then', async () => {
    rememberCsrf('token');
    const fetched = serve(json(200, {}));
    await answer(api.POST('/assessments', { baseUrl: url, fetch: fetched, body: { person: 1, skill: 2, level: 3, source: 'self' } }));
    await answer(api.GET('/status', { baseUrl: url, fetch: fetched }));
    expect(fetched.mock.calls.map(([request]) => request.headers.get('X-CSRF-Token'))).toEqual(['token', null]);
  });
  it('names the version it changes', async () => {
    const fetched = serve(json(200, {}));
    await answer(api.PATCH('/people/{person}', { baseUrl: url, fetch: fetched, params: { path: { person: 7 }, header: ifMatch(3) }, body: { given: 'Anna' } }));
    expect(fetched.mock.calls[0]?.[0].headers.get('If-Match')).toBe('"3"');
    expect(fetched.mock.calls[0]?.[0].url).toBe(`${url}/people/7`);
  });
  it('turns a problem into a refusal that knows its fields', async () => {
    const refusal = await refusalOf(answer(api.GET('/status', { baseUrl: url, fetch: serve(problem(422, 'person.number_taken', [{ where: '/number', code: 'x', detail: 'taken' }])) })));
    expect(refusal.status).toBe(422);
    expect(refusal.message).toBe('D');
    expect(refusal.field('/number')).toBe('taken');
    expect(refusal.field('/email')).toBeUndefined();
  });
  it('ends the session on 401, but not for a wrong password', async () => {
    const out = vi.fn();
    whenSignedOut(out);
    await refusalOf(answer(api.POST('/session', { baseUrl: url, fetch: serve(problem(401, 'session.wrong')), body: { email: 'a', password: 'b' } })));
    expect(out).not.toHaveBeenCalled();
    await refusalOf(answer(api.GET('/status', { baseUrl: url, fetch: serve(problem(401, 'session.none')) })));
    expect(out).toHaveBeenCalledOnce();
  });
  it('says that the server did not answer', async () => {
    const refusal = await refusalOf(answer(api.GET('/status', { baseUrl: url, fetch: serve(new TypeError('failed to fetch')) })));
    expect([refusal.status, refusal.code]).toEqual([0, 'network.unreachable']);
  });
  it('keeps the status of an answer that is no problem document', async () => {
    const refusal = await refusalOf(answer(api.GET('/status', { baseUrl: url, fetch: serve(new Response('<html>', { status: 502 })) })));
    expect(refusal.status).toBe(502);
  });
  it('takes what was asked for early, once, and by its address', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(json(200, { version: 'late' })));
    globalThis.kunnaAsked = { '/api/v1/status': Promise.resolve(json(200, { version: 'early' })) };
    const ask = async () => (await answer(api.GET('/status', { baseUrl: url }))).version;
    expect([await ask(), await ask()]).toEqual(['early', 'late']);
    globalThis.kunnaAsked = { '/api/v1/status': Promise.resolve(json(401, {})) };
    forgetEarly();
    expect(await ask()).toBe('late');
    vi.unstubAllGlobals();
  });
  it('has no body where there is none', async () => {
    expect(await answer(api.DELETE('/session', { baseUrl: url, fetch: serve(json(204, null)) }))).toBeUndefined();
  });
});

describe('downloads', () => {
  it('carry the filters of the page and leave out what is empty', () => {
    expect(download('/people/export', { format: 'csv', unit: 3, query: undefined, role: null, status: '' })).toBe('/api/v1/people/export?format=csv&unit=3');
  });
  it('escape what people type', () => expect(download('/people/export', { query: 'å & ö' })).toBe('/api/v1/people/export?query=%C3%A5%20%26%20%C3%B6'));
});
