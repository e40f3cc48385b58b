// Questions that several domains ask, so that they share one cached answer: who am I, the units, skills, roles, search.
import { QueryClient, useQuery } from '@tanstack/react-query';
import { api, answer, isRefusal } from './client';
import type { Day, Id } from './types';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      gcTime: 10 * 60_000,
      refetchOnWindowFocus: false,
      // A refusal is an answer; only a server that did not answer is asked again.
      retry: (count, error) => (isRefusal(error) ? error.status === 0 || error.status === 503 : true) && count < 2,
    },
  },
});

/** Waits until every question asked so far is answered, but no longer than so many milliseconds. */
export const answered = (most: number) =>
  new Promise<void>((go) => {
    const look = () => {
      if (queryClient.isFetching() > 0) return;
      stop();
      go();
    };
    const stop = queryClient.getQueryCache().subscribe(look);
    setTimeout(() => (stop(), go()), most);
    look();
  });

export const useGoals = () => useQuery({ queryKey: ['goals', 'all'], queryFn: () => answer(api.GET('/goals')) });

export const useUnits = (asOf?: Day) =>
  useQuery({
    queryKey: ['units', asOf ?? null],
    queryFn: () => answer(api.GET('/units', { params: { query: { as_of: asOf } } })),
    select: (answered) => answered.items,
  });

export const useCatalogue = () =>
  useQuery({ queryKey: ['skills'], queryFn: () => answer(api.GET('/skills')) });

export const useRoles = (asOf?: Day) =>
  useQuery({
    queryKey: ['roles', asOf ?? null],
    queryFn: () => answer(api.GET('/roles', { params: { query: { as_of: asOf } } })),
    select: (answered) => answered.items,
  });

export const useScales = () =>
  useQuery({
    queryKey: ['scales'],
    queryFn: () => answer(api.GET('/scales')),
    select: (answered) => answered.items,
  });

/** Those who lead somebody, whoever asks, and who else is found by those who may search people. One answer, so that a list of them changes once. */
export const useOwners = (words: string) =>
  useQuery({
    queryKey: ['owners', words],
    queryFn: async ({ signal }) => {
      const [leaders, hits] = await Promise.all([
        answer(api.GET('/goals/leaders', { params: { query: { query: words } }, signal })),
        words.trim() ? answer(api.GET('/search', { params: { query: { q: words, limit: 20 } }, signal })) : { items: [] },
      ]);
      const all = new Map(leaders.items.map((one) => [one.person, one.name]));
      for (const hit of hits.items) if (hit.kind === 'person') all.set(hit.id, hit.detail ? `${hit.name} · ${hit.detail}` : hit.name);
      return all;
    },
    placeholderData: (before) => before,
  });

export const useSearch = (words: string, limit = 12) =>
  useQuery({
    queryKey: ['search', words, limit],
    queryFn: ({ signal }) => answer(api.GET('/search', { params: { query: { q: words, limit } }, signal })),
    select: (answered) => answered.items,
    enabled: words.trim().length > 0,
    placeholderData: (before) => before,
  });

export const useSkill = (skill: Id | null | undefined) =>
  useQuery({
    queryKey: ['skill', skill],
    queryFn: () => answer(api.GET('/skills/{skill}', { params: { path: { skill: skill ?? 0 } } })),
    enabled: skill != null,
  });
