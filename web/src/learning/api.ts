// What the pages about learning ask and tell the server.
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { api, answer, ifMatch } from '../api/client';
import { queryClient } from '../api/queries';
import type { Activity, ActivityInput, ActivityKind, Id } from '../api/types';

export interface ActivityFilters {
  query?: string;
  skill?: Id;
  kind?: ActivityKind;
  language?: string;
  goal?: Id;
  serving?: 'some' | 'none';
  online?: boolean;
  ahead?: boolean;
  archived?: boolean;
}

const changed = () => void queryClient.invalidateQueries({ predicate: ({ queryKey }) => ['learning', 'goals'].includes(String(queryKey[0])) });

export const useActivities = (filters: ActivityFilters) =>
  useInfiniteQuery({
    queryKey: ['learning', 'list', filters],
    queryFn: ({ pageParam }) => answer(api.GET('/activities', { params: { query: { ...filters, cursor: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before) => before,
  });

/** By name, to choose among; as many as one answer holds. */
export const useActivityNames = (query: string) =>
  useQuery({ queryKey: ['learning', 'names', query], queryFn: () => answer(api.GET('/activities', { params: { query: { query, limit: 50 } } })), select: (page) => page.items, placeholderData: (before) => before });

export const useActivity = (id: Id, enabled = true) => useQuery({ queryKey: ['learning', 'one', id], queryFn: () => answer(api.GET('/activities/{activity}', { params: { path: { activity: id } } })), enabled });

export const useSaveActivity = (before: Activity | null) =>
  useMutation({
    mutationFn: (body: ActivityInput) =>
      before ? answer(api.PUT('/activities/{activity}', { params: { path: { activity: before.id }, header: ifMatch(before.version) }, body })) : answer(api.POST('/activities', { body })),
    onSuccess: changed,
  });

export const useArchive = (id: Id) => useMutation({ mutationFn: () => answer(api.POST('/activities/{activity}/archive', { params: { path: { activity: id } } })), onSettled: changed });
export const useRestore = (id: Id) => useMutation({ mutationFn: () => answer(api.POST('/activities/{activity}/restore', { params: { path: { activity: id } } })), onSettled: changed });

export const useStarterActivities = (enabled: boolean) => useQuery({ queryKey: ['learning', 'starters'], queryFn: () => answer(api.GET('/activities/starters')), select: (all) => all.items, enabled });
export const useTakeStarters = () => useMutation({ mutationFn: () => answer(api.POST('/activities/starters')), onSuccess: changed });
