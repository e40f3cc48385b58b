// What the pages about taxonomies ask the server.
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { api, answer, upload } from '../api/client';
import { queryClient } from '../api/queries';
import type { Change, Concept, CrosswalkReport, Id, MatchKind, ReleaseKind, ReleaseReport, Taxonomy } from '../api/types';

export const useTaxonomies = () => useQuery({ queryKey: ['taxonomies'], queryFn: () => answer(api.GET('/taxonomies')), select: (answered) => answered.items });

export const useConcept = (concept: Id) => useQuery({ queryKey: ['concept', concept], queryFn: () => answer(api.GET('/concepts/{concept}', { params: { path: { concept } } })) });

/** The concepts that the words most probably mean. */
export const useMatches = (text: string, kind: MatchKind) =>
  useQuery({
    queryKey: ['concepts', 'matches', kind, text],
    queryFn: ({ signal }) => answer(api.GET('/concepts/matches', { params: { query: { text, kind, limit: 20 } }, signal })),
    select: (answered) => answered.items,
    enabled: text !== '',
    placeholderData: (before) => before,
  });

/** Of one taxonomy, whatever they are: skills and occupations, the most probable of each kind first. */
export const useTreeMatches = (taxonomy: Taxonomy, text: string) =>
  useQuery({
    queryKey: ['concepts', 'matches', taxonomy.key, text],
    queryFn: async ({ signal }) => {
      const kinds: MatchKind[] = [...(taxonomy.skills > 0 ? (['skill'] as const) : []), ...(taxonomy.occupations > 0 ? (['occupation'] as const) : [])];
      const found = await Promise.all(kinds.map((kind) => answer(api.GET('/concepts/matches', { params: { query: { text, kind, taxonomy: taxonomy.key, limit: 8 } }, signal }))));
      return found.flatMap((one) => one.items).sort((a, b) => b.score - a.score);
    },
    enabled: text !== '',
    placeholderData: (before) => before,
  });

const deepest = 20;

/** The ids from the top of the tree down to the concept, by the first concept above each. */
export async function wayTo(concept: Id): Promise<Id[]> {
  const way: Id[] = [];
  for (let at: Id | undefined = concept; at !== undefined && way.length < deepest && !way.includes(at); ) {
    const id: Id = at;
    way.unshift(id);
    const one: Concept = await queryClient.fetchQuery({ queryKey: ['concept', id], queryFn: () => answer(api.GET('/concepts/{concept}', { params: { path: { concept: id } } })) });
    at = one.parents.find((parent) => !parent.retired)?.id;
  }
  return way;
}

/** A level of a tree: the roots of a taxonomy, or what is below a concept. */
export const useLevel = (below: { taxonomy: Id } | { parent: Id }) =>
  useInfiniteQuery({
    queryKey: ['concepts', below],
    queryFn: ({ pageParam }) => answer(api.GET('/concepts', { params: { query: { ...below, cursor: pageParam, limit: 100 } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

export const useNeededBy = (concept: Id) =>
  useInfiniteQuery({
    queryKey: ['concepts', 'needed', concept],
    queryFn: ({ pageParam }) => answer(api.GET('/concepts/{concept}/needed-by', { params: { path: { concept }, query: { cursor: pageParam, limit: 100 } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

export const useReleases = (taxonomy: Id) =>
  useQuery({ queryKey: ['taxonomies', taxonomy, 'releases'], queryFn: () => answer(api.GET('/taxonomies/{taxonomy}/releases', { params: { path: { taxonomy } } })), select: (answered) => answered.items });

export const useChanges = (release: Id, change: Change) =>
  useInfiniteQuery({
    queryKey: ['taxonomies', 'changes', release, change],
    queryFn: ({ pageParam }) => answer(api.GET('/taxonomies/releases/{release}/changes', { params: { path: { release }, query: { change, cursor: pageParam, limit: 100 } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

const forgetConcepts = () => void queryClient.invalidateQueries({ predicate: ({ queryKey }) => ['taxonomies', 'concepts', 'concept'].includes(String(queryKey[0])) });

export const useHandIn = (onProgress: (share: number) => void) =>
  useMutation({
    mutationFn: ({ kind, file, release, dryRun }: { kind: ReleaseKind; file: File; release: string; dryRun: boolean }) =>
      upload<ReleaseReport>(`/taxonomies/releases?${new URLSearchParams({ kind, filename: file.name, dry_run: String(dryRun), ...(release ? { release } : {}) })}`, file, onProgress),
    onSuccess: (report) => {
      if (report.applied) forgetConcepts();
    },
  });

export const useCrosswalks = () => useQuery({ queryKey: ['taxonomies', 'crosswalks'], queryFn: () => answer(api.GET('/taxonomies/crosswalks')), select: (answered) => answered.items });

export const useHandInCrosswalk = (onProgress: (share: number) => void) =>
  useMutation({
    mutationFn: ({ file, dryRun }: { file: File; dryRun: boolean }) =>
      upload<CrosswalkReport>(`/taxonomies/crosswalks?${new URLSearchParams({ filename: file.name, dry_run: String(dryRun) })}`, file, onProgress),
    onSuccess: (report) => {
      if (report.applied) forgetConcepts();
    },
  });

/** The skills of the catalogue that stand for a concept. */
export const useStandIns = (concept: Id) =>
  useQuery({ queryKey: ['concept', concept, 'skills'], queryFn: () => answer(api.GET('/concepts/{concept}/skills', { params: { path: { concept } } })), select: (answered) => answered.items });

export const useTakeIn = (concept: Id) =>
  useMutation({
    mutationFn: () => answer(api.POST('/concepts/{concept}/skills', { params: { path: { concept } } })),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['concept', concept, 'skills'] });
      void queryClient.invalidateQueries({ queryKey: ['skills'] });
      void queryClient.invalidateQueries({ queryKey: ['skill'] });
    },
  });
