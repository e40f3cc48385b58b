// Handing in a release of a taxonomy: the file, then what it would change, then the import itself.
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { isRefusal } from '../api/client';
import type { Change, ReleaseKind, ReleaseReport } from '../api/types';
import { Choice } from '../ui/Chip';
import { useFormats } from '../ui/format';
import { useLanguage, useTexts } from '../ui/i18n';
import { to } from '../ui/paths';
import { Side } from '../ui/Side';
import { Refused } from '../ui/states';
import { say } from '../ui/toast';
import { useHandIn } from './api';
import { Chosen, Decide, tables } from './Chosen';
import { CrosswalkForm } from './CrosswalkForm';
import { handIn } from './handInTexts';
import styles from './Taxonomies.module.css';
import { changeNames } from './texts';

const sorts: (ReleaseKind | 'crosswalk')[] = ['esco', 'onet', 'jobtech', 'skills', 'crosswalk'];
const kinds: Change[] = ['added', 'relabelled', 'replaced', 'retired', 'restored'];

/** A list's wrong rows one by one; other refusals as everywhere. */
function Wrong({ error }: { error: unknown }) {
  const rows = isRefusal(error) && error.code === 'taxonomy.list_refused' ? (error.problem.errors ?? []) : [];
  if (rows.length === 0) return <Refused error={error} />;
  return (
    <div role="alert">
      <ul className="k-stack-s k-s">{rows.map((one) => <li key={one.where + one.code}>{one.detail}</li>)}</ul>
    </div>
  );
}

function Preview({ report }: { report: ReleaseReport }) {
  const t = useTexts(handIn);
  const f = useFormats();
  const names = changeNames[useLanguage()];
  const { counts } = report;
  return (
    <section className="k-stack-s">
      <h3>{[report.name, report.release].filter(Boolean).join(' ')}</h3>
      <p className="k-s k-mut">{t.holds(f.number(report.skills), f.number(report.occupations), f.number(report.relations))}</p>
      {report.nothing ? <p>{t.nothing}</p> : (
        <ul>
          {kinds.filter((kind) => counts[kind] > 0).map((kind) => <li key={kind} className="k-fact"><span>{names[kind]}</span><span>{f.number(counts[kind])}</span></li>)}
          {counts.amended > 0 && <li className="k-fact"><span>{t.amended}</span><span>{f.number(counts.amended)}</span></li>}
          {counts.unchanged > 0 && <li className="k-fact"><span>{t.unchanged}</span><span>{f.number(counts.unchanged)}</span></li>}
          {counts.relations_added + counts.relations_dropped > 0 && <li className="k-fact"><span>{t.relations}</span><span>+{f.number(counts.relations_added)} −{f.number(counts.relations_dropped)}</span></li>}
        </ul>
      )}
      {report.examples.length > 0 && (
        <details className="k-how">
          <summary>{t.examples}</summary>
          <ul className={styles.lines}>
            {report.examples.map((one) => <li key={one.change + one.uri}>{one.label.text} <span className="k-s k-mut">· {names[one.change]}{one.before && one.change === 'relabelled' && ` · ${t.before(one.before)}`}</span></li>)}
          </ul>
        </details>
      )}
      {report.unknown_ends > 0 && <p className="k-s k-mut">{t.unknownEnds(f.number(report.unknown_ends))}</p>}
      {report.nameless > 0 && <p className="k-s k-mut">{t.nameless(f.number(report.nameless))}</p>}
      {report.attribution && <p className="k-xs k-faint">{report.attribution}{report.licence && ` (${report.licence})`}</p>}
    </section>
  );
}

function ReleaseForm({ kind, onClose }: { kind: ReleaseKind; onClose: () => void }) {
  const t = useTexts(handIn);
  const navigate = useNavigate();
  const [file, setFile] = useState<File | null>(null);
  const [release, setRelease] = useState('');
  const [sent, setSent] = useState(0);
  const send = useHandIn(setSent);
  const report = send.data;
  const help = { esco: t.escoHelp, onet: t.onetHelp, jobtech: t.jobtechHelp, skills: t.listHelp };
  const choose = (chosen: File | null) => {
    if (!chosen) return;
    setFile(chosen);
    send.mutate({ kind, file: chosen, release: release.trim(), dryRun: true });
  };
  const apply = (chosen: File) =>
    send.mutate({ kind, file: chosen, release: release.trim(), dryRun: false }, {
      onSuccess: (done) => {
        say(t.done(done.name), { tone: 'good' });
        onClose();
        if (done.taxonomy != null) void navigate(to.taxonomy(done.taxonomy));
      },
    });
  return (
    <>
      <p className="k-s k-mut">{help[kind]}</p>
      <TextInput label={t.release} description={kind === 'esco' ? t.releaseHelp : undefined} value={release} onChange={(event) => setRelease(event.currentTarget.value)} maxLength={100} disabled={send.isPending} />
      <Chosen file={file} accept={kind === 'skills' ? tables : '.zip'} asked={send.isPending} shown={!!report} sent={sent} onChoose={choose} />
      <Wrong error={send.error} />
      {report && <Preview report={report} />}
      {report && file && !report.nothing && <Decide asked={send.isPending} onImport={() => apply(file)} onClose={onClose} />}
    </>
  );
}

function Form({ onClose }: { onClose: () => void }) {
  const t = useTexts(handIn);
  const [kind, setKind] = useState<ReleaseKind | 'crosswalk'>('esco');
  const names = { esco: 'ESCO', onet: 'O*NET', jobtech: 'JobTech', skills: t.list, crosswalk: t.crosswalk };
  return (
    <div className="k-stack">
      <div className="k-row">
        {sorts.map((one) => <Choice key={one} on={kind === one} onClick={() => setKind(one)}>{names[one]}</Choice>)}
      </div>
      {kind === 'crosswalk' ? <CrosswalkForm onClose={onClose} /> : <ReleaseForm key={kind} kind={kind} onClose={onClose} />}
    </div>
  );
}

export function HandIn({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTexts(handIn);
  return <Side title={t.title} open={open} onClose={onClose}><Form onClose={onClose} /></Side>;
}
