// What the pages about drafts ask and tell the server.
import { useMutation, useQuery } from '@tanstack/react-query';
import { api, answer, upload } from '../api/client';
import { queryClient } from '../api/queries';
import type { ConfirmedRole, Id } from '../api/types';

export const useOccupationDraft = (concept: Id) =>
  useQuery({ queryKey: ['draft', concept], queryFn: () => answer(api.GET('/drafts/occupations/{concept}', { params: { path: { concept } } })), staleTime: 0 });

// Roles, skills and levels decide whatever lists or counts them.
const changed = () => void queryClient.invalidateQueries({ predicate: ({ queryKey }) => !['session', 'start', 'settings'].includes(String(queryKey[0])) });

export const useAddRole = () => useMutation({ mutationFn: (body: ConfirmedRole) => answer(api.POST('/drafts/roles', { body })), onSuccess: changed });

/** Rates oneself in each; what was refused stops it, what came before it stands. */
export const useRate = (person: Id) =>
  useMutation({
    mutationFn: async (ratings: { skill: Id; level: number }[]) => {
      for (const { skill, level } of ratings) await answer(api.POST('/assessments', { body: { person, skill, level, source: 'self' } }));
    },
    onSettled: changed,
  });

/** The skills a text speaks of; nothing of it is kept. */
export const useTextDraft = () => useMutation({ mutationFn: (text: string) => answer(api.POST('/drafts/texts', { body: { text } })) });

/** The text of a document. */
export const useDocument = () => useMutation({ mutationFn: (file: File) => upload<{ text: string }>('/drafts/documents', file, () => undefined) });
