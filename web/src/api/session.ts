// Who is signed in, what they may do; the answer every page leans on.
import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, answer, forgetEarly, isRefusal, rememberCsrf, speak } from './client';
import { queryClient } from './queries';
import type { Language, Role, Session } from './types';

const key = ['session'];

export function enter(session: Session | null) {
  forgetEarly();
  rememberCsrf(session?.csrf ?? '');
  if (session) speak(session.language);
  queryClient.setQueryData(key, session);
}

const who = queryOptions({
  queryKey: key,
  queryFn: async (): Promise<Session | null> => {
    try {
      const session = await answer(api.GET('/session'));
      rememberCsrf(session.csrf);
      speak(session.language);
      return session;
    } catch (error) {
      if (isRefusal(error) && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: Infinity,
});

/** The session, null when nobody is signed in, undefined while it is not known. */
export const useSession = () => useQuery(who);
export const prefetchSession = () => queryClient.prefetchQuery(who);

/** The session on a page that only signed-in people reach. */
export function useActor(): Session {
  const { data } = useSession();
  if (!data) throw new Error('a signed-in page was rendered without a session');
  return data;
}

export const can = (session: Session | null | undefined, permission: string) =>
  session?.permissions.includes(permission) ?? false;

export const hasRole = (session: Session, role: Role) => session.roles.some((grant) => grant.role === role);

/** Does anybody report to the one who is signed in? The server adds the role by the reporting lines. */
export const leads = (session: Session) => hasRole(session, 'manager');

export const languageOf = (session: Session): Language => (session.language === 'en' ? 'en' : 'sv');

export async function changeLanguage(language: Language) {
  speak(language);
  const session = queryClient.getQueryData<Session | null>(key);
  if (session) {
    queryClient.setQueryData(key, { ...session, language });
    enter(await answer(api.PATCH('/account', { body: { language } })));
  }
  // Texts written by the server come in the reader's language.
  await queryClient.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
}

export async function signOut(everywhere: boolean) {
  await answer(everywhere ? api.DELETE('/sessions') : api.DELETE('/session'));
  enter(null);
  // Nothing of what was shown stays behind; the session itself stays watched, so that the door opens.
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
}
