// Calibration meeting: answers where a person and their manager are far apart, to talk through one by one.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { isRefusal } from '../api/client';
import { can, useActor } from '../api/session';
import type { CalibrationMeeting, FarApart, Id, Scale } from '../api/types';
import { useFormats } from '../ui/format';
import { useLabel, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { UnitPicker } from '../ui/pickers';
import { ReasonGate, useReason } from '../ui/ReasonGate';
import { Answered, Bones, Empty } from '../ui/states';
import { words } from '../ui/words';
import { useCalibration } from './api';
import styles from './rounds.module.css';
import { answering, talking } from './texts';

function Said({ title, level, one, scale }: { title: string; level: number; one: FarApart; scale: Scale | undefined }) {
  const f = useFormats();
  const label = useLabel();
  const step = scale?.levels.find((each) => each.level === level);
  return (
    <div className={styles.said}>
      <div className="k-s k-mut">{title}</div>
      <b>{f.number(level)}</b>
      <div>{label(step?.name)}</div>
      <p className="k-s k-mut">{label(one.skill.anchors.find((anchor) => anchor.level === level)?.text ?? step?.anchor)}</p>
    </div>
  );
}

function Talks({ told }: { told: CalibrationMeeting }) {
  const t = useTexts(talking);
  const a = useTexts(answering);
  const f = useFormats();
  const label = useLabel();
  const [at, setAt] = useState(0);
  const one = told.items[at];
  if (!one) return <div className="k-card"><Empty icon="check" title={t.none}>{t.noneHelp}</Empty></div>;
  const scale = told.scales.find((each) => each.id === one.skill.scale);
  return (
    <div className="k-two">
      <section className="k-card k-stack-s">
        <div className="k-row k-s k-mut"><span className="k-grow">{t.one(f.number(at + 1), f.number(told.items.length))}</span><span className="k-tag" data-tone="look">{t.levels(f.number(Math.abs(one.self - one.manager)))}</span></div>
        <div>
          <h2><Link to={to.person(one.person)}>{one.name}</Link></h2>
          <div className="k-mut">{label(one.skill.name)} · {one.unit_name}</div>
        </div>
        <div className={styles.two}>
          <Said title={t.self} level={one.self} one={one} scale={scale} />
          <Said title={t.manager} level={one.manager} one={one} scale={scale} />
          {one.beside.map((each, i) => <Said key={i} title={each.by} level={each.level} one={one} scale={scale} />)}
        </div>
        <p className="k-s k-mut">{t.help}</p>
        <div className="k-row">
          <Button variant="default" disabled={at === 0} onClick={() => setAt(at - 1)} leftSection={<Icon name="left" size={15} />}>{a.previous}</Button>
          <span className="k-grow" />
          <Button disabled={at + 1 >= told.items.length} onClick={() => setAt(at + 1)} rightSection={<Icon name="right" size={15} />}>{a.next}</Button>
        </div>
      </section>
      <nav className="k-card" aria-label={t.list}>
        <h2>{t.list}</h2>
        <ol className={styles.list}>
          {told.items.map((each, i) => (
            <li key={`${each.person}.${each.skill.id}`}>
              <button type="button" aria-current={i === at ? 'step' : undefined} onClick={() => setAt(i)}>
                <span className="k-clip">{each.name}, {label(each.skill.name)}</span>
                <small>{each.self} · {each.manager}</small>
              </button>
            </li>
          ))}
        </ol>
        {told.more && <p className="k-s k-mut">{t.more}</p>}
      </nav>
    </div>
  );
}

function Shown({ round }: { round: Id }) {
  const t = useTexts(talking);
  const w = useTexts(words);
  const actor = useActor();
  const runs = can(actor, 'run_rounds');
  const [unit, setUnit] = useState<Id | undefined>();
  const [reason, setReason] = useReason(actor.account);
  const asked = useCalibration(round, unit, runs ? reason : undefined);
  const name = asked.data?.name;
  const gate = isRefusal(asked.error) && asked.error.code === 'access.reason_needed';
  return (
    <Page title={t.title} crumb={<>{name && <><Link to={runs ? to.round(round) : to.roundTeam(round)}>{name}</Link> · </>}{t.crumb}</>}>
      {gate ? (
        <div className="k-card"><ReasonGate help={t.reasonHelp} onReason={setReason} /></div>
      ) : (
        <>
          {runs && <UnitPicker label={w.unit} placeholder={t.everyUnit} maw={340} value={unit} onChange={(chosen) => setUnit(chosen ?? undefined)} />}
          <Answered asked={asked} bones={<div className="k-card"><Bones rows={8} /></div>}>{(told) => <Talks key={unit} told={told} />}</Answered>
        </>
      )}
    </Page>
  );
}

export function CalibrationMeetingPage() {
  const { round = '' } = useParams();
  return <Shown round={Number(round) || 0} />;
}
