// What the pages of one programme share: its name, its state and what can be done about it, and the way between them.
import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import type { ProgrammeState, ProgrammeTold } from '../api/types';
import { useLanguage, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { Answered, Bones, Refused } from '../ui/states';
import { say } from '../ui/toast';
import { useProgramme, useRemoveProgramme, useSetState } from './api';
import { stateOfProgramme } from './names';
import { ProgrammeForm } from './ProgrammeForm';
import { toneOf } from './ProgrammesPage';
import { programmes } from './programmeTexts';
import styles from './reskilling.module.css';

type Tab = 'overview' | 'candidates' | 'cohorts';
const after: Partial<Record<ProgrammeState, ProgrammeState>> = { draft: 'open', open: 'running', running: 'closed' };

function Steps({ programme, onEdit }: { programme: ProgrammeTold; onEdit: () => void }) {
  const t = useTexts(programmes);
  const states = stateOfProgramme[useLanguage()];
  const navigate = useNavigate();
  const set = useSetState(programme);
  const remove = useRemoveProgramme(programme.id);
  const next = after[programme.state];
  const word = { open: t.open, running: t.run, closed: t.close, draft: '' };
  if (!programme.may_run || programme.state === 'closed') return null;
  return (
    <div className="k-stack-s k-no-print">
      <div className="k-row">
        {next && <Button variant={next === 'closed' ? 'default' : 'filled'} title={next === 'closed' ? t.closeHelp : undefined} loading={set.isPending} onClick={() => set.mutate(next, { onSuccess: ({ state }) => say(t.stateNow(states[state]), { tone: 'good' }) })}>{word[next]}</Button>}
        <Button variant="default" leftSection={<Icon name="edit" size={16} />} onClick={onEdit}>{t.edit}</Button>
        {programme.state === 'draft' && <Button variant="subtle" color="gray" loading={remove.isPending} onClick={() => remove.mutate(undefined, { onSuccess: () => (say(t.removed), void navigate(to.programmes)) })}>{t.remove}</Button>}
      </div>
      <Refused error={set.error ?? remove.error} />
    </div>
  );
}

function Tabs({ programme, here }: { programme: ProgrammeTold; here: Tab }) {
  const t = useTexts(programmes);
  if (!programme.may_run) return null;
  const tabs: [Tab, string, string][] = [['overview', t.overview, to.programme(programme.id)], ['candidates', t.candidates, to.candidates(programme.id)], ['cohorts', t.cohorts, to.cohorts(programme.id)]];
  return <nav className={`${styles.tabs} k-no-print`} aria-label={programme.name}>{tabs.map(([tab, name, at]) => <Link key={tab} to={at} className="k-chip" aria-current={tab === here ? 'page' : undefined} data-here={tab === here || undefined}>{name}</Link>)}</nav>;
}

export function Frame({ here, title, actions, children }: { here: Tab; title?: string; actions?: (programme: ProgrammeTold) => ReactNode; children: (programme: ProgrammeTold) => ReactNode }) {
  const t = useTexts(programmes);
  const states = stateOfProgramme[useLanguage()];
  const id = Number(useParams().programme);
  const asked = useProgramme(id);
  const [editing, setEditing] = useState(false);
  return (
    <Answered asked={asked} bones={<Bones rows={8} />} whole>
      {(programme) =>
        editing ? (
          <ProgrammeForm programme={programme} onClose={() => setEditing(false)} />
        ) : (
          <Page title={title ?? programme.name} crumb={<><Link to={to.programmes}>{t.crumb}</Link>{title && <> · {programme.name}</>} · <span className="k-tag" data-tone={toneOf[programme.state]}>{states[programme.state]}</span></>} actions={actions?.(programme)}>
            <Tabs programme={programme} here={here} />
            {here === 'overview' && <Steps programme={programme} onEdit={() => setEditing(true)} />}
            {children(programme)}
          </Page>
        )
      }
    </Answered>
  );
}
