// What the pages about plans ask and tell the server.
import { useMutation, useQuery } from '@tanstack/react-query';
import { api, answer, ifMatch } from '../api/client';
import { isOver } from '../api/jobs';
import { queryClient } from '../api/queries';
import type { Id, ItemAnswer, ItemReview, NewPlan, Plan } from '../api/types';

const changed = () => queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'plans' });

export const usePlans = () => useQuery({ queryKey: ['plans', 'list'], queryFn: () => answer(api.GET('/plans')) });

export const solving = (plan: Plan | undefined) => !!plan?.job && !isOver(plan.job);

/** Asked again and again while it is being solved: what it comes to first, then the curve of budgets. */
export const usePlan = (plan: Id) =>
  useQuery({
    queryKey: ['plans', 'one', plan],
    queryFn: () => answer(api.GET('/plans/{plan}', { params: { path: { plan } } })),
    refetchInterval: ({ state }) => (!solving(state.data) ? false : state.data?.told && !state.data.outdated ? 2000 : 700),
  });

export const useAddPlan = () => useMutation({ mutationFn: (body: NewPlan) => answer(api.POST('/plans', { body })), onSuccess: changed });
export const useRemovePlan = () => useMutation({ mutationFn: (plan: Id) => answer(api.DELETE('/plans/{plan}', { params: { path: { plan } } })), onSuccess: changed });
export const usePlanAgain = (plan: Id) => useMutation({ mutationFn: () => answer(api.POST('/plans/{plan}/again', { params: { path: { plan } } })), onSuccess: changed });

/** Saves what has been drawn, when something has, over the version it was drawn from; then asks for a solution. */
export const useSolve = (plan: Id) =>
  useMutation({
    mutationFn: async ({ drawn, version, saved }: { drawn: NewPlan | null; version: number; saved: () => void }) => {
      const params = { path: { plan } };
      if (drawn) {
        await answer(api.PUT('/plans/{plan}', { params: { ...params, header: ifMatch(version) }, body: drawn }));
        await reload(plan);
        saved();
      }
      return answer(api.POST('/plans/{plan}/solution', { params }));
    },
    onSuccess: () => reload(plan),
  });
export const reload = (plan: Id) => queryClient.invalidateQueries({ queryKey: ['plans', 'one', plan] });

export type Step = 'review' | 'budget' | 'approval';
export type StepBack = 'draft' | 'refusal';
export const useStep = (plan: Id) => useMutation({ mutationFn: (step: Step) => answer(api.POST(`/plans/{plan}/${step}`, { params: { path: { plan } } })), onSettled: changed });
export const useStepBack = (plan: Id, step: StepBack) => useMutation({ mutationFn: (because: string) => answer(api.POST(`/plans/{plan}/${step}`, { params: { path: { plan } }, body: { because } })), onSuccess: changed });

/** Recomputed on the server each time it is asked for. */
export const useVerification = (plan: Id) => useMutation({ mutationFn: () => answer(api.GET('/plans/{plan}/verification', { params: { path: { plan } } })) });

export const useItems = (plan: Id, reason: string | undefined, enabled: boolean) =>
  useQuery({ queryKey: ['plans', 'items', plan, reason ?? null], queryFn: () => answer(api.GET('/plans/{plan}/items', { params: { path: { plan }, query: { reason } } })), select: (all) => all.items, enabled });

export const useBookCost = (plan: Id) =>
  useMutation({ mutationFn: (body: { activity: Id; day: string; amount: number; note: string }) => answer(api.POST('/plans/{plan}/costs', { params: { path: { plan } }, body })), onSuccess: changed });

export const useReviews = (enabled: boolean) => useQuery({ queryKey: ['plans', 'reviews'], queryFn: () => answer(api.GET('/plans/reviews')), select: (all) => all.items, enabled });
export interface Said {
  review: ItemReview;
  to?: Id | null;
  because: string;
}
export const useReview = () => useMutation({ mutationFn: ({ item, ...body }: Said & { item: Id }) => answer(api.PUT('/plans/items/{item}/review', { params: { path: { item } }, body })), onSettled: changed });

export const useMyPlan = (enabled: boolean) => useQuery({ queryKey: ['plans', 'mine'], queryFn: () => answer(api.GET('/plans/mine')), enabled });
export const useAnswer = () => useMutation({ mutationFn: ({ item, ...body }: { item: Id; answer: ItemAnswer; because: string }) => answer(api.PUT('/plans/items/{item}/answer', { params: { path: { item } }, body })), onSettled: changed });

/** By name, to choose among. */
export const useActivityNames = (query: string) =>
  useQuery({ queryKey: ['learning', 'names', query], queryFn: () => answer(api.GET('/activities', { params: { query: { query, limit: 50 } } })), select: (page) => page.items, placeholderData: (before) => before });
