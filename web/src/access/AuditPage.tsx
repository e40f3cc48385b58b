// The audit trail, newest first, and the check that no link of its chain has been changed.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Day } from '../api/types';
import { DataTable } from '../ui/DataTable';
import { useFormats } from '../ui/format';
import { useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { More } from '../ui/More';
import { Page } from '../ui/Page';
import { DayField } from '../ui/pickers';
import { Answered, Bones, Empty, Refused } from '../ui/states';
import { admin } from './adminTexts';
import { useAudit, useVerification } from './api';

export function AuditPage() {
  const t = useTexts(admin);
  const f = useFormats();
  const [from, setFrom] = useState<Day | ''>('');
  const [to, setTo] = useState<Day | ''>('');
  const asked = useAudit({ from: from || undefined, to: to || undefined });
  const verification = useVerification();
  const found = verification.data;
  return (
    <Page title={t.auditTitle} crumb={t.auditCrumb} actions={<Button variant="default" leftSection={<Icon name="check" size={16} />} loading={verification.isFetching} onClick={() => void verification.refetch()}>{t.verify}</Button>}>
      <Refused error={verification.error} />
      {found && (
        <div className="k-card k-row" role="status">
          <span className="k-tag" data-tone={found.ok ? 'good' : 'bad'}><Icon name={found.ok ? 'check' : 'warning'} size={14} /></span>
          <b>{found.ok ? t.verifiedOk(f.number(found.entries)) : t.verifiedBad(f.number(found.first_broken ?? 0))}</b>
          <code className="k-faint k-clip">{found.head}</code>
        </div>
      )}
      <div className="k-row">
        <DayField label={t.from} value={from} onChange={setFrom} w={160} />
        <DayField label={t.to} value={to} onChange={setTo} w={160} />
      </div>
      <div className="k-card k-flush">
        <Answered asked={asked} bones={<div style={{ padding: 16 }}><Bones rows={12} /></div>}>
          {(data) => (
            <DataTable
              label={t.auditTitle}
              rows={data.pages.flatMap((page) => page.items)}
              rowKey={(one) => one.seq}
              sortable={false}
              below={<More list={asked} />}
              empty={<Empty icon="trail" title={t.auditEmpty} />}
              columns={[
                { id: 'seq', header: '#', cell: ({ row }) => <span className="k-faint">{row.original.seq}</span>, meta: { numeric: true, width: 64, wide: true } },
                { id: 'at', header: t.when, cell: ({ row }) => f.instant(row.original.at) },
                { id: 'actor', header: t.who, cell: ({ row }) => row.original.actor },
                { id: 'action', header: t.what, cell: ({ row }) => row.original.action_text || row.original.action },
                { id: 'object', header: t.object, cell: ({ row }) => <span className="k-mut">{row.original.object_text}</span>, meta: { wide: true } },
                { id: 'fields', header: t.fields, cell: ({ row }) => <span className="k-s k-mut">{row.original.field_texts.join(', ')}</span>, meta: { wide: true } },
                { id: 'hash', header: t.hash, cell: ({ row }) => <code className="k-faint k-xs" title={row.original.hash}>{row.original.hash.slice(0, 10)}</code>, meta: { wide: true } },
              ]}
            />
          )}
        </Answered>
      </div>
    </Page>
  );
}
