// What the pages about reskilling ask and tell the server.
import { useMutation, useQuery } from '@tanstack/react-query';
import { api, answer, ifMatch } from '../api/client';
import { queryClient } from '../api/queries';
import type { Cohort, CohortInput, Id, InterestInput, LeftReason, Programme, ProgrammeInput, ProgrammeState, Stage, SuggestionAsked } from '../api/types';

const changed = () => void queryClient.invalidateQueries({ queryKey: ['reskilling'] });

// --- for oneself ---
export const useNearRoles = (hours: number) =>
  useQuery({ queryKey: ['reskilling', 'near', hours], queryFn: () => answer(api.GET('/reskilling/roles', { params: { query: { hours_a_week: hours } } })), placeholderData: (before) => before });
export const useOpenProgrammes = () => useQuery({ queryKey: ['reskilling', 'open'], queryFn: () => answer(api.GET('/reskilling/programmes')) });
export const useMine = () => useQuery({ queryKey: ['reskilling', 'mine'], queryFn: () => answer(api.GET('/reskilling/mine')) });
export const useExpress = (programme: Id) =>
  useMutation({ mutationFn: (body: InterestInput) => answer(api.PUT('/reskilling/programmes/{programme}/interest', { params: { path: { programme } }, body })), onSuccess: changed });
export const useTakeBack = (programme: Id) =>
  useMutation({ mutationFn: () => answer(api.DELETE('/reskilling/programmes/{programme}/interest', { params: { path: { programme } } })), onSuccess: changed });
export const useCheckStep = () =>
  useMutation({ mutationFn: ({ step, done }: { step: Id; done: boolean }) => answer(api.PUT('/reskilling/steps/{step}', { params: { path: { step } }, body: { done } })), onSettled: changed });
export const useJudgeTrial = () =>
  useMutation({ mutationFn: ({ member, passed }: { member: Id; passed: boolean }) => answer(api.PUT('/reskilling/trials/{member}', { params: { path: { member } }, body: { passed } })), onSettled: changed });

// --- programmes ---
export const useProgrammes = () => useQuery({ queryKey: ['reskilling', 'programmes'], queryFn: () => answer(api.GET('/programmes')), select: (all) => all.items });
export const useProgramme = (programme: Id) => useQuery({ queryKey: ['reskilling', 'programme', programme], queryFn: () => answer(api.GET('/programmes/{programme}', { params: { path: { programme } } })) });
export const useSaveProgramme = (before: Programme | null) =>
  useMutation({
    mutationFn: (body: ProgrammeInput) =>
      before ? answer(api.PUT('/programmes/{programme}', { params: { path: { programme: before.id }, header: ifMatch(before.version) }, body })) : answer(api.POST('/programmes', { body })),
    onSuccess: changed,
  });
export const useSetState = (programme: Programme) =>
  useMutation({ mutationFn: (state: ProgrammeState) => answer(api.PUT('/programmes/{programme}/state', { params: { path: { programme: programme.id }, header: ifMatch(programme.version) }, body: { state } })), onSettled: changed });
export const useRemoveProgramme = (programme: Id) => useMutation({ mutationFn: () => answer(api.DELETE('/programmes/{programme}', { params: { path: { programme } } })), onSuccess: changed });
export const useScenarioNames = () => useQuery({ queryKey: ['scenarios', 'names'], queryFn: () => answer(api.GET('/scenarios')), select: (all) => all.items.map(({ id, name }) => ({ value: String(id), label: name })) });
export const useGrowth = () => useMutation({ mutationFn: (scenario: Id) => answer(api.GET('/programmes/growth/{scenario}', { params: { path: { scenario } } })) });

// --- candidates and cohorts ---
export const useBoard = (programme: Id) => useQuery({ queryKey: ['reskilling', 'board', programme], queryFn: () => answer(api.GET('/programmes/{programme}/candidates', { params: { path: { programme } } })) });
export const useSuggest = (programme: Id) => useMutation({ mutationFn: (body: SuggestionAsked) => answer(api.POST('/programmes/{programme}/suggestion', { params: { path: { programme } }, body })) });
export const useSelect = (programme: Id) =>
  useMutation({ mutationFn: ({ person, role }: { person: Id; role: Id }) => answer(api.PUT('/programmes/{programme}/members/{person}', { params: { path: { programme, person } }, body: { role } })), onSettled: changed });
export const useUnselect = (programme: Id) => useMutation({ mutationFn: (person: Id) => answer(api.DELETE('/programmes/{programme}/members/{person}', { params: { path: { programme, person } } })), onSettled: changed });
export const useCohorts = (programme: Id) => useQuery({ queryKey: ['reskilling', 'cohorts', programme], queryFn: () => answer(api.GET('/programmes/{programme}/cohorts', { params: { path: { programme } } })) });
export const useSaveCohort = (programme: Id, before: Cohort | null) =>
  useMutation({
    mutationFn: (body: CohortInput) =>
      before ? answer(api.PUT('/reskilling/cohorts/{cohort}', { params: { path: { cohort: before.id }, header: ifMatch(before.version) }, body })) : answer(api.POST('/programmes/{programme}/cohorts', { params: { path: { programme } }, body })),
    onSuccess: changed,
  });
export const useSetStage = () =>
  useMutation({ mutationFn: ({ member, ...body }: { member: Id; stage: Stage; reason?: LeftReason }) => answer(api.PUT('/reskilling/members/{member}/stage', { params: { path: { member } }, body })), onSettled: changed });
export const useGiveRole = () => useMutation({ mutationFn: (member: Id) => answer(api.PUT('/reskilling/members/{member}/role', { params: { path: { member } } })), onSettled: changed });
