// What the pages about notices and e-mail ask and tell the server.
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { api, answer, ifMatch } from '../api/client';
import { queryClient } from '../api/queries';
import type { Id, MailState, WantedMail } from '../api/types';

const read = () => void queryClient.invalidateQueries({ queryKey: ['notices'] });

export const useNotices = () =>
  useInfiniteQuery({
    queryKey: ['notices', 'all'],
    queryFn: ({ pageParam }) => answer(api.GET('/notices', { params: { query: { cursor: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    staleTime: 0,
  });

export const useRead = () => useMutation({ mutationFn: (notice: Id) => answer(api.POST('/notices/{notice}/reading', { params: { path: { notice } } })), onSuccess: read });
export const useReadAll = () => useMutation({ mutationFn: () => answer(api.POST('/notices/reading')), onSuccess: read });

const changed = () => void queryClient.invalidateQueries({ predicate: ({ queryKey }) => ['mail', 'rounds'].includes(String(queryKey[0])) });

export const useMail = () => useQuery({ queryKey: ['mail', 'status'], queryFn: () => answer(api.GET('/mail')), refetchInterval: 10_000 });

export const useSaveMail = () =>
  useMutation({
    mutationFn: ({ version, ...body }: WantedMail & { version: number }) => answer(api.PUT('/mail', { params: { header: ifMatch(version) }, body })),
    onSuccess: changed,
  });

export const useOutbox = (state: MailState | undefined) =>
  useInfiniteQuery({
    queryKey: ['mail', 'outbox', state],
    queryFn: ({ pageParam }) => answer(api.GET('/mail/outbox', { params: { query: { state, cursor: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before) => before,
    refetchInterval: 10_000,
  });

export const useRetry = () => useMutation({ mutationFn: () => answer(api.POST('/mail/retry')), onSuccess: changed });
export const useTestMail = () => useMutation({ mutationFn: () => answer(api.POST('/mail/test')) });
