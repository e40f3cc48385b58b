// Follows a job while it runs: events as they come, and asking now and then where events do not get through.
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, answer, root } from './client';
import { queryClient } from './queries';
import type { Id, Job } from './types';

export const isOver = (job: Job) => job.state === 'done' || job.state === 'failed' || job.state === 'cancelled';

export function useJob(id: Id | null | undefined, first?: Job | null): Job | undefined {
  const key = ['job', id];
  const { data } = useQuery({
    queryKey: key,
    queryFn: () => answer(api.GET('/jobs/{job}', { params: { path: { job: id ?? 0 } } })),
    enabled: id != null,
    initialData: first ?? undefined,
    // Events come faster; this is the net beneath them.
    refetchInterval: (query) => (query.state.data && isOver(query.state.data) ? false : 2000),
  });
  const over = data ? isOver(data) : false;
  useEffect(() => {
    if (id == null || over) return;
    const events = new EventSource(`${root}/jobs/${id}/events`);
    events.addEventListener('progress', (event) => {
      const job = JSON.parse((event as MessageEvent<string>).data) as Job;
      queryClient.setQueryData(['job', id], job);
      if (isOver(job)) events.close();
    });
    events.onerror = () => events.close();
    return () => events.close();
  }, [id, over]);
  return data;
}

export const cancelJob = async (job: Id) => {
  const after = await answer(api.DELETE('/jobs/{job}', { params: { path: { job } } }));
  queryClient.setQueryData(['job', job], after);
  await queryClient.invalidateQueries({ queryKey: ['jobs'] });
};
