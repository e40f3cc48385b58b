// The one door to the server: sends the CSRF token, turns every refusal into a Refusal, tells when nobody is signed in.
import createClient, { type Middleware } from 'openapi-fetch';
import type { paths } from './schema';
import type { Problem } from './types';

export const root = '/api/v1';

/** A refusal by the server, with its words for people, or a server that did not answer (status 0). */
export class Refusal extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail || problem.title);
    this.name = 'Refusal';
    this.problem = problem;
  }
  get status() {
    return this.problem.status;
  }
  get code() {
    return this.problem.code;
  }
  /** What is wrong with a field, by its JSON pointer: field('/email'). */
  field(pointer: string): string | undefined {
    return this.problem.errors?.find((error) => error.where === pointer)?.detail;
  }
}

export const isRefusal = (error: unknown): error is Refusal => error instanceof Refusal;

// The token of the session; kept here so that no page has to carry it.
let csrf = '';
export const rememberCsrf = (token: string) => {
  csrf = token;
};

// What to do when the session has ended; set by the app.
let onSignedOut: () => void = () => undefined;
export const whenSignedOut = (act: () => void) => {
  onSignedOut = act;
};

// The language a signed-out reader chose; the server speaks it in problem texts.
let language = 'sv';
export const speak = (chosen: string) => {
  language = chosen;
};

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);
const wards: Middleware = {
  onRequest({ request }) {
    if (!safe.has(request.method) && csrf) request.headers.set('X-CSRF-Token', csrf);
    request.headers.set('Accept-Language', language);
    return request;
  },
};

declare global {
  // What public/early.js asked for before this code had come, by address. Each answer is used once.
  var kunnaAsked: Record<string, Promise<Response>> | undefined;
}

/** What was asked for early holds no longer: somebody else is signed in, or nobody. */
export const forgetEarly = () => {
  globalThis.kunnaAsked = undefined;
};

function send(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const address = pathname + search;
  const early = request.method === 'GET' ? globalThis.kunnaAsked?.[address] : undefined;
  if (!early) return globalThis.fetch(request);
  delete globalThis.kunnaAsked?.[address];
  return early;
}

export const api = createClient<paths>({ baseUrl: root, credentials: 'same-origin', fetch: send });
api.use(wards);

const unreachable: Problem = { type: 'about:blank', title: '', status: 0, detail: '', code: 'network.unreachable' };

const problemOf = (error: unknown, response: Response): Problem => {
  if (error && typeof error === 'object' && 'status' in error && 'code' in error) return error as Problem;
  return { type: 'about:blank', title: response.statusText, status: response.status, detail: '', code: `http.${response.status}` };
};

type Answer<T> = { data?: T; error?: unknown; response: Response };

/** The body of an answer, or a thrown Refusal. 401 outside sign-in also ends the session here. */
export async function answer<T>(asked: Promise<Answer<T>>): Promise<T> {
  let given: Answer<T>;
  try {
    given = await asked;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Refusal(unreachable);
  }
  if (given.response.ok) return given.data as T;
  const refusal = new Refusal(problemOf(given.error, given.response));
  if (refusal.status === 401 && refusal.code !== 'session.wrong') onSignedOut();
  throw refusal;
}

/** The header that says which version of a thing is being changed; goes into params.header. */
export const ifMatch = (version: number) => ({ 'If-Match': `"${version}"` });

/** Sends a file's bytes as they are, telling how much has gone; openapi-fetch cannot report that. */
export function upload<T>(path: string, file: Blob, onProgress: (share: number) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', root + path);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('Accept-Language', language);
    if (csrf) request.setRequestHeader('X-CSRF-Token', csrf);
    request.responseType = 'json';
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onerror = () => reject(new Refusal(unreachable));
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) return resolve(request.response as T);
      const body = request.response as Problem | null;
      reject(new Refusal(body ?? { ...unreachable, status: request.status, code: `http.${request.status}` }));
    };
    request.send(file);
  });
}

type Parameter = string | number | boolean | null | undefined;
export type Query = Record<string, Parameter | Parameter[]>;

/** The address of a plain download, empty parameters left out, lists as one parameter each. */
export function download(path: string, query: Query = {}): string {
  const parts = Object.entries(query)
    .flatMap(([key, value]) => (Array.isArray(value) ? value : [value]).map((one) => [key, one] as const))
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`);
  return root + path + (parts.length ? `?${parts.join('&')}` : '');
}
