// Signing in and out, as those who watch the session see it.
import { QueryObserver } from '@tanstack/react-query';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { queryClient } from './queries';
import { can, enter, hasRole, leads, signOut } from './session';
import type { Session } from './types';

// The client takes the browser's fetch when it is made, and Node knows no relative addresses: both before anything is imported.
vi.hoisted(() => {
  globalThis.Request = class extends Request {
    constructor(input: RequestInfo | URL, init?: RequestInit) {
      super(typeof input === 'string' && input.startsWith('/') ? `http://kunna.test${input}` : input, init);
    }
  };
  globalThis.fetch = () => Promise.resolve(new Response(null, { status: 204 }));
});

const session: Session = { account: 1, name: 'Anna Ek', email: 'a@b.se', language: 'sv', mail: 'everything', csrf: 'x', roles: [{ role: 'hr' }, { role: 'manager' }], permissions: ['view_people'], demonstration: false, organisation: 'Kunna', guide_done: true };

afterEach(() => queryClient.clear());

describe('the session', () => {
  it('tells those who watch it that nobody is signed in any more, and forgets what was shown', async () => {
    enter(session);
    queryClient.setQueryData(['levels', 7], { secret: true });
    const seen: (Session | null | undefined)[] = [];
    const stop = new QueryObserver<Session | null>(queryClient, { queryKey: ['session'], enabled: false }).subscribe((result) => seen.push(result.data));
    await signOut(false);
    await Promise.resolve();
    await new Promise((done) => setTimeout(done));
    stop();
    expect(seen.at(-1)).toBeNull();
    expect(queryClient.getQueryData(['levels', 7])).toBeUndefined();
  });
  it('knows what the actor may and is', () => {
    expect([can(session, 'view_people'), can(session, 'edit_people'), can(null, 'view_people')]).toEqual([true, false, false]);
    expect([hasRole(session, 'hr'), hasRole(session, 'auditor'), leads(session)]).toEqual([true, false, true]);
  });
});
