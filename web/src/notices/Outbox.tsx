// The messages: to whom, about what, how it went and why not.
import { SegmentedControl } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Mail, MailState } from '../api/types';
import { DataTable } from '../ui/DataTable';
import { useFormats } from '../ui/format';
import { useTexts } from '../ui/i18n';
import { More } from '../ui/More';
import { Answered, Bones, Empty } from '../ui/states';
import { useOutbox } from './api';
import { mail } from './texts';

const tones = { waiting: 'info', sent: 'good', failed: 'bad', dropped: undefined } as const;
const stateWords = { waiting: 'stateWaiting', sent: 'stateSent', failed: 'stateFailed', dropped: 'stateDropped' } as const;

function Why({ one }: { one: Mail }) {
  if (!one.problem) return null;
  return <div className="k-s k-mut">{one.problem}{one.answer && <> <code style={{ overflowWrap: 'anywhere' }}>{one.answer}</code></>}</div>;
}

export function Outbox({ retry }: { retry: ReactNode }) {
  const t = useTexts(mail);
  const f = useFormats();
  const [state, setState] = useState<MailState | ''>('');
  const asked = useOutbox(state || undefined);
  const when = (one: Mail) => (one.finished ? f.instant(one.finished) : one.next ? t.next(f.instant(one.next)) : '');
  return (
    <section className="k-card k-flush">
      <div className="k-row" style={{ padding: '16px 16px 6px' }}>
        <div className="k-grow"><h2>{t.outbox}</h2><p className="k-s k-mut">{t.outboxHelp}</p></div>
        {retry}
        <SegmentedControl aria-label={t.state} value={state} onChange={(value) => setState(value as MailState | '')} data={[{ value: '', label: t.all }, { value: 'waiting', label: t.waitingOnes }, { value: 'failed', label: t.failedOnes }, { value: 'sent', label: t.sentOnes }]} />
      </div>
      <Answered asked={asked} bones={<div style={{ padding: 16 }}><Bones rows={5} /></div>}>
        {(data) => (
          <DataTable
            label={t.outbox}
            rows={data.pages.flatMap((page) => page.items)}
            rowKey={(one) => one.id}
            sortable={false}
            below={<More list={asked} />}
            empty={<Empty icon="mail" title={t.outboxEmpty}>{t.outboxEmptyHelp}</Empty>}
            columns={[
              { id: 'who', header: t.who, cell: ({ row }) => <><span style={{ overflowWrap: 'anywhere' }}>{row.original.address}</span><Why one={row.original} /></> },
              { id: 'kind', header: t.kind, cell: ({ row }) => (row.original.invitation ? t.invitation : row.original.kinds.map((kind) => t[kind]).join(', ')), meta: { wide: true } },
              { id: 'state', header: t.state, cell: ({ row }) => <><span className="k-tag" data-tone={tones[row.original.state]}>{t[stateWords[row.original.state]]}</span><div className="k-s k-mut">{when(row.original)}</div></> },
              { id: 'tries', header: t.tries, cell: ({ row }) => f.number(row.original.attempts), meta: { numeric: true, wide: true } },
            ]}
          />
        )}
      </Answered>
    </section>
  );
}
