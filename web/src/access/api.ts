// What the access pages ask the server.
import { useMutation, useQuery } from '@tanstack/react-query';
import { api, answer } from '../api/client';
import { queryClient } from '../api/queries';
import { enter } from '../api/session';
import type { Session } from '../api/types';

export const useStart = () => useQuery({ queryKey: ['start'], queryFn: () => answer(api.GET('/start')), staleTime: Infinity });

// A new session must not see what the one before was shown.
const begin = (session: Session) => {
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' && query.queryKey[0] !== 'start' });
  enter(session);
};

export const useSignIn = () =>
  useMutation({
    mutationFn: (body: { email: string; password: string }) => answer(api.POST('/session', { body })),
    onSuccess: begin,
  });

export const useFirstAdministrator = () =>
  useMutation({
    mutationFn: (body: { token: string; name: string; email: string; password: string }) => answer(api.POST('/start/administrator', { body })),
    onSuccess: begin,
  });

export const useAcceptInvitation = (token: string) =>
  useMutation({
    mutationFn: (password: string) => answer(api.POST('/invitations/{token}', { params: { path: { token } }, body: { password } })),
    onSuccess: begin,
  });
