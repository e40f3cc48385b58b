// What the pages about people ask and tell the server.
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { api, answer, ifMatch } from '../api/client';
import { queryClient } from '../api/queries';
import type { Day, Id, NewPerson, NewPosition, PersonChange } from '../api/types';

// Where people sit decides nearly every answer.
const changed = () => void queryClient.invalidateQueries({ predicate: ({ queryKey }) => !['session', 'start', 'skills', 'scales', 'settings'].includes(String(queryKey[0])) });

export interface PeopleFilter {
  query?: string;
  unit?: Id;
  place?: string;
  status?: 'employed' | 'left' | 'all';
  sort?: 'name' | 'unit' | 'hired';
}

export const usePeople = (filter: PeopleFilter) =>
  useInfiniteQuery({
    queryKey: ['people', filter],
    queryFn: ({ pageParam, signal }) => answer(api.GET('/people', { params: { query: { ...filter, cursor: pageParam, limit: 50 } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before) => before,
  });

export const usePerson = (person: Id) =>
  useQuery({ queryKey: ['person', person], queryFn: () => answer(api.GET('/people/{person}', { params: { path: { person } } })) });

export const useHeldRoles = (person: Id) =>
  useQuery({
    queryKey: ['person', person, 'roles'],
    queryFn: () => answer(api.GET('/people/{person}/roles', { params: { path: { person } } })),
    select: (answered) => answered.items,
  });

export const useEverything = (person: Id) =>
  useQuery({ queryKey: ['everything', person], queryFn: () => answer(api.GET('/people/{person}/everything', { params: { path: { person } } })) });

export const useAddPerson = () => useMutation({ mutationFn: (body: NewPerson) => answer(api.POST('/people', { body })), onSuccess: changed });

export const useChangePerson = (person: Id) =>
  useMutation({
    mutationFn: ({ version, ...body }: PersonChange & { version: number }) => answer(api.PATCH('/people/{person}', { params: { path: { person }, header: ifMatch(version) }, body })),
    onSuccess: changed,
  });

/** Takes back that an employment ends. */
export const useStay = (person: Id) =>
  useMutation({ mutationFn: () => answer(api.DELETE('/people/{person}/left', { params: { path: { person } } })), onSuccess: changed });

export const useMove = (person: Id) =>
  useMutation({ mutationFn: (body: NewPosition) => answer(api.POST('/people/{person}/positions', { params: { path: { person } }, body })), onSuccess: changed });

export const useAddRole = (person: Id) =>
  useMutation({ mutationFn: (body: { role: Id; from: Day }) => answer(api.POST('/people/{person}/roles', { params: { path: { person } }, body })), onSuccess: changed });

export const useEndRole = (person: Id) =>
  useMutation({
    mutationFn: ({ role, to }: { role: Id; to: Day }) => answer(api.DELETE('/people/{person}/roles/{role}', { params: { path: { person, role }, query: { to } } })),
    onSuccess: changed,
  });

export const useAddUnit = () => useMutation({ mutationFn: (body: { code: string; name: string; place: string; parent?: Id | null }) => answer(api.POST('/units', { body })), onSuccess: changed });

export const useChangeUnit = () =>
  useMutation({
    mutationFn: ({ unit, version, ...body }: { unit: Id; version: number; code: string; name: string; place: string; parent?: Id; top?: true }) =>
      answer(api.PATCH('/units/{unit}', { params: { path: { unit }, header: ifMatch(version) }, body })),
    onSuccess: changed,
  });
