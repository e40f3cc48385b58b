// What the pages about wishes ask and tell the server.
import { useMutation, useQuery } from '@tanstack/react-query';
import { api, answer } from '../api/client';
import { queryClient } from '../api/queries';
import type { Findable, Id, Wishes } from '../api/types';

const wishesKey = (person: Id) => ['wishes', person];
const consentKey = (person: Id) => ['consent', person];

export const useWishes = (person: Id) => useQuery({ queryKey: wishesKey(person), queryFn: () => answer(api.GET('/people/{person}/wishes', { params: { path: { person } } })) });

export const useConsent = (person: Id) => useQuery({ queryKey: consentKey(person), queryFn: () => answer(api.GET('/people/{person}/consent', { params: { path: { person } } })) });

// The answer to a wish is all of them.
const keep = (person: Id) => (wishes: Wishes) => {
  queryClient.setQueryData(wishesKey(person), wishes);
  void queryClient.invalidateQueries({ predicate: ({ queryKey }) => ['levels', 'everything', 'wished'].includes(String(queryKey[0])) });
};

export const useWishSkill = (person: Id) =>
  useMutation({
    mutationFn: ({ skill, level }: { skill: Id; level?: number | null }) => answer(api.PUT('/people/{person}/wishes/skills/{skill}', { params: { path: { person, skill } }, body: { level } })),
    onSuccess: keep(person),
  });

export const useUnwishSkill = (person: Id) =>
  useMutation({ mutationFn: (skill: Id) => answer(api.DELETE('/people/{person}/wishes/skills/{skill}', { params: { path: { person, skill } } })), onSuccess: keep(person) });

export const useWishRole = (person: Id) =>
  useMutation({ mutationFn: (role: Id) => answer(api.PUT('/people/{person}/wishes/roles/{role}', { params: { path: { person, role } } })), onSuccess: keep(person) });

export const useUnwishRole = (person: Id) =>
  useMutation({ mutationFn: (role: Id) => answer(api.DELETE('/people/{person}/wishes/roles/{role}', { params: { path: { person, role } } })), onSuccess: keep(person) });

const agreed = (person: Id) => (now: Findable) => {
  queryClient.setQueryData(consentKey(person), now);
  void queryClient.invalidateQueries({ queryKey: ['everything'] });
};

export const useAgree = (person: Id) =>
  useMutation({ mutationFn: (body: { edition: number; own_ratings: boolean }) => answer(api.PUT('/people/{person}/consent', { params: { path: { person } }, body })), onSuccess: agreed(person) });

export const useWithdraw = (person: Id) =>
  useMutation({ mutationFn: () => answer(api.DELETE('/people/{person}/consent', { params: { path: { person } } })), onSuccess: agreed(person) });

export const useWished = (unit: Id | undefined) =>
  useQuery({ queryKey: ['wished', unit ?? null], queryFn: ({ signal }) => answer(api.GET('/insights/wishes', { params: { query: { unit } }, signal })), placeholderData: (before) => before });
