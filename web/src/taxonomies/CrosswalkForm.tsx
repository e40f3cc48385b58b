// Handing in a crosswalk: the file, then which links it would change, then the import itself.
import { useState } from 'react';
import type { CrosswalkReport } from '../api/types';
import { useFormats } from '../ui/format';
import { useTexts } from '../ui/i18n';
import { Refused } from '../ui/states';
import { say } from '../ui/toast';
import { useHandInCrosswalk } from './api';
import { Chosen, Decide, tables } from './Chosen';
import { PairFacts } from './Crosswalks';
import { handIn } from './handInTexts';
import styles from './Taxonomies.module.css';

function Preview({ report }: { report: CrosswalkReport }) {
  const t = useTexts(handIn);
  const f = useFormats();
  const changes = ([[t.added, report.added], [t.changed, report.changed], [t.dropped, report.dropped], [t.unchanged, report.unchanged], [t.unknown, report.unknown], [t.unstated, report.unstated]] as const).filter(([, n]) => n > 0);
  return (
    <section className="k-stack-s">
      <h3>{t.between(report.one, report.other)}</h3>
      <PairFacts pairs={report.pairs} />
      {report.nothing && <p>{t.nothing}</p>}
      <ul>{changes.map(([name, n]) => <li key={name} className="k-fact"><span>{name}</span><span>{f.number(n)}</span></li>)}</ul>
      {report.examples.length > 0 && (
        <details className="k-how">
          <summary>{t.leftOut}</summary>
          <ul className={styles.lines}>{report.examples.map((one) => <li key={one.row} className="k-s"><span className="k-mut">{t.row(f.number(one.row))}</span> {one.uri}</li>)}</ul>
        </details>
      )}
    </section>
  );
}

export function CrosswalkForm({ onClose }: { onClose: () => void }) {
  const t = useTexts(handIn);
  const [file, setFile] = useState<File | null>(null);
  const [sent, setSent] = useState(0);
  const send = useHandInCrosswalk(setSent);
  const report = send.data;
  const choose = (chosen: File | null) => {
    if (!chosen) return;
    setFile(chosen);
    send.mutate({ file: chosen, dryRun: true });
  };
  const apply = (chosen: File) =>
    send.mutate({ file: chosen, dryRun: false }, {
      onSuccess: (done) => {
        say(t.done(t.between(done.one, done.other)), { tone: 'good' });
        onClose();
      },
    });
  return (
    <>
      <p className="k-s k-mut">{t.crosswalkHelp}</p>
      <Chosen file={file} accept={tables} asked={send.isPending} shown={!!report} sent={sent} onChoose={choose} />
      <Refused error={send.error} />
      {report && <Preview report={report} />}
      {report && file && !report.nothing && <Decide asked={send.isPending} onImport={() => apply(file)} onClose={onClose} />}
    </>
  );
}
