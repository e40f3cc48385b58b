// How far a job has come, and the way to stop it.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { cancelJob, isOver } from '../api/jobs';
import type { Job } from '../api/types';
import { useFormats } from './format';
import { texts, useTexts } from './i18n';
import styles from './JobBar.module.css';

const t9 = texts({
  sv: { stop: 'Stoppa', waiting: 'väntar på sin tur', leave: 'Du kan lämna sidan; arbetet fortsätter.' },
  en: { stop: 'Stop', waiting: 'waiting for its turn', leave: 'You can leave the page; the work goes on.' },
});

export function JobBar({ job, label }: { job: Job; label: string }) {
  const t = useTexts(t9);
  const f = useFormats();
  const [stopping, setStopping] = useState(false);
  return (
    <div className={styles.job}>
      <div className={styles.words}>
        <b>{label}</b>
        <span className="k-mut">{job.state === 'waiting' ? t.waiting : job.note}</span>
        <span className="k-grow" />
        <span>{f.percent(job.progress)}</span>
        {!isOver(job) && (
          <Button
            size="compact-sm"
            variant="default"
            loading={stopping}
            onClick={() => {
              setStopping(true);
              void cancelJob(job.id).finally(() => setStopping(false));
            }}
          >
            {t.stop}
          </Button>
        )}
      </div>
      <div className={styles.track} role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(job.progress * 100)}>
        <i style={{ width: `${job.progress * 100}%` }} />
      </div>
      {!isOver(job) && <p className="k-xs k-faint">{t.leave}</p>}
    </div>
  );
}
