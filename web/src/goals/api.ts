// What the pages about goals ask and tell the server.
import { useMutation, useQuery } from '@tanstack/react-query';
import { api, answer, ifMatch } from '../api/client';
import { queryClient } from '../api/queries';
import type { Day, Goal, GoalInput, GoalNeed, Id, NewGoal, NewReading } from '../api/types';

const changed = () => void queryClient.invalidateQueries({ predicate: ({ queryKey }) => ['goals', 'priorities', 'strategy', 'home'].includes(String(queryKey[0])) });

export const useGoal = (goal: Id) => useQuery({ queryKey: ['goals', 'one', goal], queryFn: () => answer(api.GET('/goals/{goal}', { params: { path: { goal } } })) });

export const useStanding = (goal: Id, enabled: boolean) =>
  useQuery({ queryKey: ['goals', 'standing', goal], queryFn: () => answer(api.GET('/goals/{goal}/standing', { params: { path: { goal } } })), enabled });

export const useGoalLearning = (goal: Id, enabled: boolean) =>
  useQuery({ queryKey: ['goals', 'learning', goal], queryFn: () => answer(api.GET('/goals/{goal}/activities', { params: { path: { goal } } })), enabled });

/** What there will be of its needs by their days, under the base scenario. */
export const useGoalForecast = (goal: Id, enabled: boolean) =>
  useQuery({ queryKey: ['goals', 'forecast', goal], queryFn: () => answer(api.GET('/goals/{goal}/forecast', { params: { path: { goal } } })), enabled });

export const useStarters = (enabled: boolean) => useQuery({ queryKey: ['goals', 'starters'], queryFn: () => answer(api.GET('/goals/starters')), select: (all) => all.items, enabled });

export const useSaveGoal = (before: Goal | null) =>
  useMutation({
    mutationFn: (body: GoalInput) =>
      before ? answer(api.PUT('/goals/{goal}', { params: { path: { goal: before.row.id }, header: ifMatch(before.row.version) }, body: body.goal as NewGoal })) : answer(api.POST('/goals', { body })),
    onSuccess: changed,
  });

export const useSetNeeds = (goal: Goal) =>
  useMutation({ mutationFn: (needs: GoalNeed[]) => answer(api.PUT('/goals/{goal}/needs', { params: { path: { goal: goal.row.id }, header: ifMatch(goal.row.version) }, body: { needs } })), onSuccess: changed });

export const useDropGoal = (goal: Id) => useMutation({ mutationFn: (because: string) => answer(api.POST('/goals/{goal}/drop', { params: { path: { goal } }, body: { because } })), onSettled: changed });
export const useResumeGoal = (goal: Id) => useMutation({ mutationFn: () => answer(api.POST('/goals/{goal}/resume', { params: { path: { goal } } })), onSettled: changed });

export const useAddReading = (goal: Id) => useMutation({ mutationFn: (body: NewReading) => answer(api.POST('/goals/{goal}/readings', { params: { path: { goal } }, body })), onSuccess: changed });
export const useRemoveReading = (goal: Id) => useMutation({ mutationFn: (day: Day) => answer(api.DELETE('/goals/{goal}/readings/{day}', { params: { path: { goal, day } } })), onSettled: changed });
