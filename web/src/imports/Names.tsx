// Names of skills that the catalogue does not know, each with what it probably means: accepted together above a score,
// or one by one from the keyboard.
import { Button } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import type { Id, UnknownName } from '../api/types';
import { chance } from '../ui/chance';
import { Choice } from '../ui/Chip';
import { useFormats } from '../ui/format';
import { useLabel, useTexts } from '../ui/i18n';
import { SkillPicker } from '../ui/pickers';
import { Answered, Bones, Refused } from '../ui/states';
import { say } from '../ui/toast';
import { useAcceptNames, useNames } from './api';
import styles from './ImportPage.module.css';
import { names } from './nameTexts';

function One({ one, chosen, onChoose }: { one: UnknownName; chosen: Id | undefined; onChoose: (skill: Id | undefined) => void }) {
  const t = useTexts(names);
  const f = useFormats();
  const label = useLabel();
  const press = (event: KeyboardEvent<HTMLLIElement>) => {
    if (event.target !== event.currentTarget) return;
    const next = event.key === 'ArrowDown' ? event.currentTarget.nextElementSibling : event.key === 'ArrowUp' ? event.currentTarget.previousElementSibling : null;
    if (next instanceof HTMLElement) next.focus();
    else if (event.key === '0') onChoose(undefined);
    else if (/^[1-3]$/.test(event.key)) onChoose(one.meanings[Number(event.key) - 1]?.skill ?? chosen);
    else return;
    event.preventDefault();
  };
  const elsewhere = chosen !== undefined && !one.meanings.some((meaning) => meaning.skill === chosen);
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions -- a row is answered by one key
    <li className={styles.name} tabIndex={0} onKeyDown={press} aria-label={t.means(one.written)}>
      <div><b>{one.written}</b> <span className="k-s k-mut">{t.rows(one.rows, f.number(one.rows))}</span></div>
      <div className="k-row">
        {one.meanings.length === 0 && <span className="k-s k-mut">{t.nothing}</span>}
        {one.meanings.map((meaning) => (
          <Choice key={meaning.skill} on={chosen === meaning.skill} onClick={() => onChoose(chosen === meaning.skill ? undefined : meaning.skill)}>
            <span title={meaning.reason}>{label(meaning.name)}{meaning.sure && <span className="k-s"> {chance(f.percent, meaning.score)}</span>}</span>
          </Choice>
        ))}
        <SkillPicker aria-label={`${t.other}: ${one.written}`} placeholder={t.other} size="xs" w={190} value={elsewhere ? chosen : null} onChange={(skill) => onChoose(skill ?? undefined)} />
      </div>
    </li>
  );
}

function List({ id, all }: { id: Id; all: UnknownName[] }) {
  const t = useTexts(names);
  const [chosen, setChosen] = useState<Map<string, Id>>(new Map());
  const accept = useAcceptNames(id);
  const choose = (written: string, skill: Id | undefined) =>
    setChosen((before) => {
      const after = new Map(before);
      if (skill === undefined) after.delete(written);
      else after.set(written, skill);
      return after;
    });
  const sure = all.flatMap((one) => (one.meanings[0]?.sure ? [[one.written, one.meanings[0].skill] as const] : []));
  return (
    <section className="k-card k-stack-s" aria-label={t.title(all.length)}>
      <div className="k-row">
        <h2>{t.title(all.length)}</h2>
        <span className="k-grow" />
        {sure.length > 0 && <Button variant="default" size="compact-md" onClick={() => setChosen(new Map(sure))}>{t.allSure(sure.length)}</Button>}
        {chosen.size > 0 && <Button variant="subtle" color="gray" size="compact-md" onClick={() => setChosen(new Map())}>{t.none}</Button>}
      </div>
      <p className="k-s k-mut">{t.help} <span className="k-faint">{t.keys}</span></p>
      <ul className={styles.names}>{all.map((one) => <One key={one.written} one={one} chosen={chosen.get(one.written)} onChoose={(skill) => choose(one.written, skill)} />)}</ul>
      <Refused error={accept.error} />
      <div>
        <Button
          disabled={chosen.size === 0}
          loading={accept.isPending}
          onClick={() => accept.mutate([...chosen].map(([written, skill]) => ({ written, skill })), { onSuccess: () => say(t.saved, { tone: 'good' }) })}
        >
          {t.accept(chosen.size)}
        </Button>
      </div>
    </section>
  );
}

/** Nothing when every name is known. */
export function Names({ id }: { id: Id }) {
  const asked = useNames(id);
  return <Answered asked={asked} bones={<div className="k-card"><Bones rows={3} /></div>}>{(all) => (all.length === 0 ? null : <List id={id} all={all} />)}</Answered>;
}
