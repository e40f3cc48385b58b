// Background work: what runs, what has run, what went wrong and why.
import { useQuery } from '@tanstack/react-query';
import { api, answer } from '../api/client';
import { isOver, useJob } from '../api/jobs';
import type { Job } from '../api/types';
import { DataTable } from '../ui/DataTable';
import { useFormats } from '../ui/format';
import { texts, useTexts } from '../ui/i18n';
import { JobBar } from '../ui/JobBar';
import { Page } from '../ui/Page';
import { Answered, Bones, Empty } from '../ui/states';

const t9 = texts({
  sv: { title: 'Vad arbetar Kunna med?', crumb: 'Jobb', empty: 'Inga jobb har körts', emptyHelp: 'Importer och andra längre arbeten syns här medan de pågår.', kind: 'Arbete', state: 'Läge', finished: 'Klart', by: 'Av', waiting: 'väntar', running: 'pågår', done: 'klart', failed: 'misslyckades', cancelled: 'stoppat' },
  en: { title: 'What is Kunna working on?', crumb: 'Jobs', empty: 'No jobs have run', emptyHelp: 'Imports and other longer work show here while they go on.', kind: 'Work', state: 'State', finished: 'Finished', by: 'By', waiting: 'waiting', running: 'running', done: 'done', failed: 'failed', cancelled: 'stopped' },
});

const tones = { waiting: undefined, running: 'info', done: 'good', failed: 'bad', cancelled: 'look' } as const;

function Running({ job }: { job: Job }) {
  const now = useJob(job.id, job) ?? job;
  return <li className="k-card"><JobBar job={now} label={now.kind_text} /></li>;
}

export function JobsPage() {
  const t = useTexts(t9);
  const f = useFormats();
  const asked = useQuery({ queryKey: ['jobs'], queryFn: () => answer(api.GET('/jobs')), refetchInterval: 5000 });
  return (
    <Page title={t.title} crumb={t.crumb}>
      <Answered asked={asked} bones={<div className="k-card"><Bones rows={6} /></div>}>
        {({ items }) => (
          <>
            <ul className="k-stack-s">{items.filter((job) => !isOver(job)).map((job) => <Running key={job.id} job={job} />)}</ul>
            <div className="k-card k-flush">
              <DataTable
                label={t.title}
                rows={items.filter(isOver)}
                rowKey={(job) => job.id}
                sortable={false}
                empty={items.length === 0 ? <Empty icon="jobs" title={t.empty}>{t.emptyHelp}</Empty> : <span />}
                columns={[
                  { id: 'kind', header: t.kind, cell: ({ row }) => <><b style={{ fontWeight: 550 }}>{row.original.kind_text}</b>{row.original.problem && <div className="k-s k-mut">{row.original.problem.detail}</div>}</> },
                  { id: 'state', header: t.state, cell: ({ row }) => <span className="k-tag" data-tone={tones[row.original.state]}>{t[row.original.state]}</span> },
                  { id: 'finished', header: t.finished, cell: ({ row }) => (row.original.finished ? f.ago(row.original.finished) : '–') },
                  { id: 'by', header: t.by, cell: ({ row }) => row.original.by, meta: { wide: true } },
                ]}
              />
            </div>
          </>
        )}
      </Answered>
    </Page>
  );
}
