// What the pages about rounds ask and tell the server.
import { useMutation, useQuery } from '@tanstack/react-query';
import { api, answer, ifMatch } from '../api/client';
import { queryClient } from '../api/queries';
import type { GivenAnswer, GivenCases, Id, NewRound, NewRoundAssessor, Round } from '../api/types';

const changed = () => void queryClient.invalidateQueries({ predicate: ({ queryKey }) => ['rounds', 'home'].includes(String(queryKey[0])) });
// An answer is a statement: it moves levels, maps and figures too.
const answered = () => void queryClient.invalidateQueries({ predicate: ({ queryKey }) => ['levels', 'insights', 'home', 'everything'].includes(String(queryKey[0])) || (queryKey[0] === 'rounds' && queryKey[1] === 'mine') });

export const useRounds = () => useQuery({ queryKey: ['rounds', 'all'], queryFn: () => answer(api.GET('/rounds')), select: (all) => all.items });

export const useRound = (round: Id) => useQuery({ queryKey: ['rounds', 'one', round], queryFn: () => answer(api.GET('/rounds/{round}', { params: { path: { round } } })) });

export const useSaveRound = (before: Round | null) =>
  useMutation({
    mutationFn: (body: NewRound) =>
      before ? answer(api.PUT('/rounds/{round}', { params: { path: { round: before.id }, header: ifMatch(before.version) }, body })) : answer(api.POST('/rounds', { body })),
    onSuccess: changed,
  });

export const useDiscardRound = () => useMutation({ mutationFn: (round: Id) => answer(api.DELETE('/rounds/{round}', { params: { path: { round } } })), onSuccess: changed });

// Another tab may have been first: what is shown is asked again either way.
export const useOpenRound = () => useMutation({ mutationFn: (round: Id) => answer(api.POST('/rounds/{round}/opening', { params: { path: { round } } })), onSettled: changed });
export const useCloseRound = () => useMutation({ mutationFn: (round: Id) => answer(api.POST('/rounds/{round}/closing', { params: { path: { round } } })), onSettled: changed });

export const useReminders = (round: Id) => useQuery({ queryKey: ['rounds', 'reminders', round], queryFn: () => answer(api.GET('/rounds/{round}/reminders', { params: { path: { round } } })) });
export const useRemind = (round: Id) => useMutation({ mutationFn: () => answer(api.POST('/rounds/{round}/reminders', { params: { path: { round } } })), onSettled: changed });

export const useProgress = (round: Id, unit: Id | undefined) =>
  useQuery({
    queryKey: ['rounds', 'progress', round, unit],
    queryFn: () => answer(api.GET('/rounds/{round}/progress', { params: { path: { round }, query: { unit } } })),
    placeholderData: (before) => before,
  });

export interface Compared {
  before?: Id;
  unit?: Id;
  skill?: Id;
}
export const useComparison = (round: Id, asked: Compared, enabled = true) =>
  useQuery({
    queryKey: ['rounds', 'comparison', round, asked],
    queryFn: () => answer(api.GET('/rounds/{round}/comparison', { params: { path: { round }, query: asked } })),
    enabled,
  });

export const useMyRounds = () => useQuery({ queryKey: ['rounds', 'mine'], queryFn: () => answer(api.GET('/rounds/mine')) });

export const useForm = (one: Id) => useQuery({ queryKey: ['rounds', 'form', one], queryFn: () => answer(api.GET('/rounds/cases/{case}', { params: { path: { case: one } } })), staleTime: 0 });

export const useGrid = (round: Id) => useQuery({ queryKey: ['rounds', 'grid', round], queryFn: () => answer(api.GET('/rounds/{round}/team', { params: { path: { round } } })), staleTime: 0 });

export interface Given {
  one: Id;
  skill: Id;
  /** null takes the answer back */
  given: GivenAnswer | null;
}

/** One after the other, so that the last that was chosen is the last that is saved. */
export const useAnswer = (round: Id) =>
  useMutation({
    scope: { id: `round-${round}` },
    mutationFn: ({ one, skill, given }: Given) => {
      const params = { path: { case: one, skill } };
      return given ? answer(api.PUT('/rounds/cases/{case}/answers/{skill}', { params, body: given })) : answer(api.DELETE('/rounds/cases/{case}/answers/{skill}', { params }));
    },
    onSuccess: answered,
    // What is shown ran ahead of the server: ask it what stands.
    onError: () => void queryClient.invalidateQueries({ queryKey: ['rounds'] }),
  });

export const useCalibration = (round: Id, unit: Id | undefined, reason: string | undefined) =>
  useQuery({ queryKey: ['rounds', 'calibration', round, unit, reason], queryFn: () => answer(api.GET('/rounds/{round}/calibration', { params: { path: { round }, query: { unit, reason } } })) });

export const usePeers = (round: Id) => useQuery({ queryKey: ['rounds', 'peers', round], queryFn: () => answer(api.GET('/rounds/{round}/peers', { params: { path: { round } } })) });

export const useCandidates = (round: Id, person: Id, query: string) =>
  useQuery({
    queryKey: ['rounds', 'candidates', round, person, query],
    queryFn: () => answer(api.GET('/rounds/{round}/peers/{person}/candidates', { params: { path: { round, person }, query: { query } } })),
    placeholderData: (before) => before,
    select: (all) => all.items,
  });

export interface Naming {
  person: Id;
  peer: Id;
  /** false takes the name away */
  named: boolean;
}
export const useNamePeer = (round: Id) =>
  useMutation({
    mutationFn: ({ person, peer, named }: Naming) => {
      const params = { path: { round, person, peer } };
      return named ? answer(api.PUT('/rounds/{round}/peers/{person}/{peer}', { params })) : answer(api.DELETE('/rounds/{round}/peers/{person}/{peer}', { params }));
    },
    onSettled: changed,
  });

export const useDecline = () => useMutation({ mutationFn: (one: Id) => answer(api.DELETE('/rounds/cases/{case}', { params: { path: { case: one } } })), onSuccess: changed });

export const useAssessors = (round: Id) =>
  useQuery({ queryKey: ['rounds', 'assessors', round], queryFn: () => answer(api.GET('/rounds/{round}/assessors', { params: { path: { round } } })), select: (all) => all.items });

export const useMembers = (round: Id, query: string) =>
  useQuery({
    queryKey: ['rounds', 'members', round, query],
    queryFn: () => answer(api.GET('/rounds/{round}/members', { params: { path: { round }, query: { query } } })),
    placeholderData: (before) => before,
    select: (all) => all.items,
  });

export const useAddAssessor = (round: Id) =>
  useMutation({ mutationFn: (body: NewRoundAssessor) => answer(api.POST('/rounds/{round}/assessors', { params: { path: { round } }, body })), onSuccess: changed });

export const useGiveCases = (round: Id, account: Id) =>
  useMutation({ mutationFn: (body: GivenCases) => answer(api.POST('/rounds/{round}/assessors/{account}/cases', { params: { path: { round, account } }, body })), onSuccess: changed });

export const useTakeCase = (round: Id, account: Id) =>
  useMutation({ mutationFn: (person: Id) => answer(api.DELETE('/rounds/{round}/assessors/{account}/cases/{person}', { params: { path: { round, account, person } } })), onSettled: changed });

export const useLastDay = (round: Id, account: Id) =>
  useMutation({ mutationFn: (last_day: string) => answer(api.PATCH('/rounds/{round}/assessors/{account}', { params: { path: { round, account } }, body: { last_day } })), onSuccess: changed });

export const useEndAssessor = (round: Id, account: Id) =>
  useMutation({ mutationFn: () => answer(api.DELETE('/rounds/{round}/assessors/{account}', { params: { path: { round, account } } })), onSuccess: changed });

export const useInviteAgain = (round: Id, account: Id) =>
  useMutation({
    mutationFn: (by_hand: boolean) => answer(api.POST('/rounds/{round}/assessors/{account}/invitation', { params: { path: { round, account }, query: { by_hand } } })),
    onSuccess: changed,
  });
