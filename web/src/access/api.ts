// What the access pages ask the server.
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { api, answer, ifMatch } from '../api/client';
import { queryClient } from '../api/queries';
import { enter } from '../api/session';
import type { Day, Grant, Id, MailWish, NewAccount, Session, WantedSettings } from '../api/types';

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
    mutationFn: (body: { token: string; organisation: string; name: string; email: string; password: string }) => answer(api.POST('/start/administrator', { body })),
    onSuccess: begin,
  });

export const useAcceptInvitation = (token: string) =>
  useMutation({
    mutationFn: (password: string) => answer(api.POST('/invitations/{token}', { params: { path: { token } }, body: { password } })),
    onSuccess: begin,
  });

export const useAccounts = (query: string) =>
  useInfiniteQuery({
    queryKey: ['accounts', query],
    queryFn: ({ pageParam }) => answer(api.GET('/accounts', { params: { query: { query: query || undefined, cursor: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before) => before,
  });

const accountsChanged = () => void queryClient.invalidateQueries({ queryKey: ['accounts'] });

export const useInvite = () => useMutation({ mutationFn: (body: NewAccount) => answer(api.POST('/accounts', { body })), onSuccess: accountsChanged });

export const useChangeAccount = () =>
  useMutation({
    mutationFn: ({ account, version, ...body }: { account: Id; version: number; roles?: Grant[]; active?: boolean }) =>
      answer(api.PATCH('/accounts/{account}', { params: { path: { account }, header: ifMatch(version) }, body })),
    onSuccess: accountsChanged,
  });

export const useNewInvitation = () => useMutation({ mutationFn: ({ account, by_hand }: { account: Id; by_hand?: boolean }) => answer(api.POST('/accounts/{account}/invitation', { params: { path: { account }, query: { by_hand } } })) });

export interface AuditFilter {
  action?: string;
  from?: Day;
  to?: Day;
}

export const useAudit = (filter: AuditFilter) =>
  useInfiniteQuery({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam }) => answer(api.GET('/audit', { params: { query: { ...filter, cursor: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before) => before,
  });

export const useVerification = () => useQuery({ queryKey: ['audit', 'verification'], queryFn: () => answer(api.GET('/audit/verification')), enabled: false });

export const useSettings = () => useQuery({ queryKey: ['settings'], queryFn: () => answer(api.GET('/settings')) });

export const useSaveSettings = () =>
  useMutation({
    mutationFn: ({ version, ...body }: WantedSettings & { version: number }) => answer(api.PUT('/settings', { params: { header: ifMatch(version) }, body })),
    // Weights and limits decide every level and gap.
    onSuccess: () => void queryClient.invalidateQueries(),
  });

export const useStatus = () => useQuery({ queryKey: ['status'], queryFn: () => answer(api.GET('/status')), refetchInterval: 10_000 });

export const useTokens = () => useQuery({ queryKey: ['tokens'], queryFn: () => answer(api.GET('/tokens')), select: (answered) => answered.items });
const tokensChanged = () => void queryClient.invalidateQueries({ queryKey: ['tokens'] });
export const useMakeToken = () => useMutation({ mutationFn: (body: { name: string; scopes: string[]; expires?: Day }) => answer(api.POST('/tokens', { body })), onSuccess: tokensChanged });
export const useRemoveToken = () => useMutation({ mutationFn: (token: Id) => answer(api.DELETE('/tokens/{token}', { params: { path: { token } } })), onSuccess: tokensChanged });

export const useChangeMailWish = () => useMutation({ mutationFn: (mail: MailWish) => answer(api.PATCH('/account', { body: { mail } })), onSuccess: enter });
export const useChangePassword = () => useMutation({ mutationFn: (body: { current: string; password: string }) => answer(api.POST('/account/password', { body })) });
