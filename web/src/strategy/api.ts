// What the pages about the strategy ask and tell the server.
import { useMutation, useQuery } from '@tanstack/react-query';
import { answer, api, ifMatch, upload } from '../api/client';
import { queryClient } from '../api/queries';
import type { ConsultationInput, Criterion, DecisionInput, EvidenceInput, Id, NegotiationInput, NewLogEntry, ReviewInput, StepInput, StepName, Strategy, StrategyDocument, StrategyInput } from '../api/types';

const changed = () => void queryClient.invalidateQueries({ queryKey: ['strategy'] });
const of = (strategy: Id) => ({ path: { strategy } });
const ofVersion = ({ id, version }: Strategy) => ({ path: { strategy: id }, header: ifMatch(version) });

export const useStrategies = () => useQuery({ queryKey: ['strategy', 'all'], queryFn: () => answer(api.GET('/strategies')), select: (all) => all.items });

export const useStanding = (strategy: Id) => useQuery({ queryKey: ['strategy', 'standing', strategy], queryFn: () => answer(api.GET('/strategies/{strategy}/standing', { params: of(strategy) })) });

export const useAnchoring = (strategy: Id) => useQuery({ queryKey: ['strategy', 'anchoring', strategy], queryFn: () => answer(api.GET('/strategies/{strategy}/anchoring', { params: of(strategy) })) });

export const useLog = (strategy: Id) =>
  useQuery({ queryKey: ['strategy', 'log', strategy], queryFn: () => answer(api.GET('/strategies/{strategy}/log', { params: of(strategy) })), select: (all) => all.items });

export const useReviews = (strategy: Id) =>
  useQuery({ queryKey: ['strategy', 'reviews', strategy], queryFn: () => answer(api.GET('/strategies/{strategy}/reviews', { params: of(strategy) })), select: (all) => all.items });

export const useWritten = (strategy: Id) => useQuery({ queryKey: ['strategy', 'document', strategy], queryFn: () => answer(api.GET('/strategies/{strategy}/document', { params: of(strategy) })) });

/** The active strategy as everybody reads it. */
export const useActiveStrategy = () => useQuery({ queryKey: ['strategy', 'active'], queryFn: () => answer(api.GET('/strategy')) });

/** What the goals need, the most urgent first. */
export const useRanked = () => useQuery({ queryKey: ['strategy', 'ranked'], queryFn: () => answer(api.GET('/priorities')) });

/** Those who lead somebody, by a few letters: who may answer for something, for those who see no people. */
export const useSaveStrategy = (before: Strategy | null) =>
  useMutation({
    mutationFn: (body: StrategyInput) => (before ? answer(api.PUT('/strategies/{strategy}', { params: ofVersion(before), body })) : answer(api.POST('/strategies', { body }))),
    onSuccess: changed,
  });

export const useActivate = (strategy: Id) => useMutation({ mutationFn: () => answer(api.POST('/strategies/{strategy}/activation', { params: of(strategy) })), onSuccess: changed });

export const useOverride = (strategy: Strategy) => useMutation({ mutationFn: (why: string) => answer(api.PUT('/strategies/{strategy}/override', { params: ofVersion(strategy), body: { why } })), onSuccess: changed });

export const useCloseStrategy = (strategy: Id) => useMutation({ mutationFn: (why: string) => answer(api.POST('/strategies/{strategy}/closing', { params: of(strategy), body: { why } })), onSuccess: changed });

export const useDecide = (strategy: Strategy) => useMutation({ mutationFn: (body: DecisionInput) => answer(api.PUT('/strategies/{strategy}/decision', { params: ofVersion(strategy), body })), onSuccess: changed });

export const useConsult = (strategy: Strategy) =>
  useMutation({
    mutationFn: ({ unit, body }: { unit: Id; body: ConsultationInput }) => answer(api.PUT('/strategies/{strategy}/consultations/{unit}', { params: { path: { strategy: strategy.id, unit }, header: ifMatch(strategy.version) }, body })),
    onSuccess: changed,
  });

export const useRemoveConsultation = (strategy: Id) =>
  useMutation({ mutationFn: (unit: Id) => answer(api.DELETE('/strategies/{strategy}/consultations/{unit}', { params: { path: { strategy, unit } } })), onSuccess: changed });

export const useNegotiate = (strategy: Strategy, negotiation: Id | null) =>
  useMutation({
    mutationFn: async (body: NegotiationInput): Promise<Id> => {
      if (negotiation === null) return (await answer(api.POST('/strategies/{strategy}/negotiations', { params: ofVersion(strategy), body }))).id;
      await answer(api.PUT('/strategies/{strategy}/negotiations/{negotiation}', { params: { path: { strategy: strategy.id, negotiation }, header: ifMatch(strategy.version) }, body }));
      return negotiation;
    },
    onSuccess: changed,
  });

export const useRemoveNegotiation = (strategy: Id) =>
  useMutation({ mutationFn: (negotiation: Id) => answer(api.DELETE('/strategies/{strategy}/negotiations/{negotiation}', { params: { path: { strategy, negotiation } } })), onSuccess: changed });

export const useAddLink = (strategy: Id) =>
  useMutation({ mutationFn: (body: { link: string; name: string; negotiation?: Id }) => answer(api.POST('/strategies/{strategy}/links', { params: of(strategy), body })), onSuccess: changed });

export const useAddFile = (strategy: Id) =>
  useMutation({
    mutationFn: ({ file, negotiation }: { file: File; negotiation?: Id }) =>
      upload<StrategyDocument>(`/strategies/${strategy}/files?filename=${encodeURIComponent(file.name)}${negotiation ? `&negotiation=${negotiation}` : ''}`, file, () => undefined),
    onSuccess: changed,
  });

export const useRemoveDocument = () => useMutation({ mutationFn: (document: Id) => answer(api.DELETE('/strategies/documents/{document}', { params: { path: { document } } })), onSuccess: changed });

export const useMarkStep = (strategy: Id) =>
  useMutation({ mutationFn: ({ step, body }: { step: StepName; body: StepInput }) => answer(api.PUT('/strategies/{strategy}/steps/{step}', { params: { path: { strategy, step } }, body })), onSuccess: changed });

export const useGiveEvidence = (strategy: Id) =>
  useMutation({ mutationFn: ({ criterion, body }: { criterion: Criterion; body: EvidenceInput }) => answer(api.PUT('/strategies/{strategy}/readiness/{criterion}', { params: { path: { strategy, criterion } }, body })), onSuccess: changed });

export const useNote = (strategy: Id) => useMutation({ mutationFn: (body: NewLogEntry) => answer(api.POST('/strategies/{strategy}/log', { params: of(strategy), body })), onSuccess: changed });

export const useHoldReview = (strategy: Id) => useMutation({ mutationFn: (body: ReviewInput) => answer(api.POST('/strategies/{strategy}/reviews', { params: of(strategy), body })), onSuccess: changed });
