// A person's skills: each level as a bar against its requirement, the fit, and the way to what every level rests on.
import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { download } from '../api/client';
import type { HeldSkill, Id, SkillProfile as Profile } from '../api/types';
import { ExportMenu, useTableWays } from '../ui/ExportMenu';
import { useFormats } from '../ui/format';
import { useLabel, useLanguage, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { LevelBar } from '../ui/LevelBar';
import { to } from '../ui/paths';
import { ReasonGate } from '../ui/ReasonGate';
import { Side } from '../ui/Side';
import { StateBar } from '../ui/StateBar';
import { Answered, Bones, Empty } from '../ui/states';
import { useIdParam } from '../ui/useParam';
import { sourceNames, words } from '../ui/words';
import { useSkillProfile } from './api';
import { Explained } from './Explained';
import { RecordAssessment } from './RecordAssessment';
import styles from './SkillProfile.module.css';
import { byNeed } from './need';
import { assessments } from './texts';

function Line({ one, onOpen }: { one: HeldSkill; onOpen: (skill: Id) => void }) {
  const t = useTexts(assessments);
  const w = useTexts(words);
  const f = useFormats();
  const label = useLabel();
  const sources = sourceNames[useLanguage()];
  const level = one.level == null ? w.unknown : one.required == null ? t.levelOnly(f.level(one.level)) : t.of(f.level(one.level), f.number(one.required));
  const from = one.level == null ? t.notAssessed : [...new Set(one.sources.map((source) => sources[source.source]))].join(', ');
  return (
    <li className={styles.line}>
      <button type="button" className={styles.name} onClick={() => onOpen(one.skill)}>
        {label(one.name)} {one.must && <span className="k-s k-mut">· {w.must}</span>}<span className="k-unseen">: {t.how}</span>
      </button>
      <LevelBar level={one.level} uncertainty={one.uncertainty} required={one.required} max={one.scale_max} />
      <div className={styles.meaning}>
        <b>{level}</b> · {from}
        {one.level != null && one.needs_refresh && <span className="k-tag" data-tone="info">{t.refresh}</span>}
        {one.conflict && <span className="k-tag" data-tone="look">{t.conflict}</span>}
        {one.contested && <span className="k-tag" data-tone="bad">{t.contested}</span>}
      </div>
    </li>
  );
}

function FitCard({ profile }: { profile: Profile }) {
  const t = useTexts(assessments);
  const f = useFormats();
  const label = useLabel();
  const { sums } = profile;
  const missing = profile.skills.filter((one) => one.must && one.state !== 'met').map((one) => label(one.name));
  if (sums.requirements === 0) return <div className="k-card"><Empty icon="roles" title={t.noRole}>{t.noRoleHelp}</Empty></div>;
  return (
    <section className="k-card">
      <div className="k-s k-mut">{t.fit}</div>
      <div className={styles.fit}>{sums.fit == null ? '–' : f.percent(sums.fit)}</div>
      <p className={`k-s ${missing.length ? styles.missing : 'k-mut'}`}>{missing.length ? t.mustMissing(missing.join(', ')) : profile.skills.some((one) => one.must) ? t.ready : t.noMusts}</p>
      <StateBar states={sums} legend />
      {sums.unknown > 0 && <p className="k-xs k-faint" style={{ marginTop: 6 }}>{sums.fit == null ? t.allUnknown : t.notCounted(sums.unknown)}</p>}
    </section>
  );
}

interface Props {
  person: Id;
  name: string;
  own: boolean;
  may: { levels: boolean; reason_needed: boolean };
  /** The rest of the person, beside the levels. */
  aside?: React.ReactNode;
  /** What else the profile tells, put in by the app. */
  more?: (profile: Profile) => React.ReactNode;
}

export function SkillProfile({ person, name, own, may, aside, more }: Props) {
  const t = useTexts(assessments);
  const w = useTexts(words);
  const f = useFormats();
  const label = useLabel();
  const navigate = useNavigate();
  const [reason, setReason] = useState<string>();
  const [open = null, setOpen] = useIdParam('skill');
  const [recording, setRecording] = useState<{ skill: Id | null } | null>(null);
  const ways = useTableWays(`/people/${person}/skills/export`, { reason });
  const readable = may.levels || (may.reason_needed && !!reason);
  const asked = useSkillProfile(person, reason, readable);

  const parts = useMemo(() => {
    const skills = asked.data?.skills ?? [];
    return {
      required: skills.filter((one) => one.required != null).sort(byNeed),
      beyond: skills.filter((one) => one.required == null).sort((a, b) => (b.level ?? 0) - (a.level ?? 0) || f.compare(label(a.name), label(b.name))),
    };
  }, [asked.data, f, label]);

  const canRecord = (asked.data?.sources.length ?? 0) > 0;
  const recordButton = canRecord && (
    <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setRecording({ skill: null })} className="k-no-print">
      {own ? t.recordOwn : t.record}
    </Button>
  );
  const json = { label: w.exportJson, href: download(`/people/${person}/skills`, { reason }), file: 'kunna-profile.json' };
  const exportMenu = <div className="k-row k-no-print"><ExportMenu ways={[...ways, json, { label: w.exportEuropass, onClick: () => void navigate(to.europass(person)) }]} /></div>;
  const openSkill = asked.data?.skills.find((one) => one.skill === open);

  return (
    <div className="k-two">
      <div className="k-stack">
        {!may.levels && !may.reason_needed ? (
          <div className="k-card"><Empty icon="key" title={t.noLevels}>{t.noLevelsHelp}</Empty></div>
        ) : !readable ? (
          <div className="k-card"><ReasonGate help={t.reasonHelp(name)} onReason={setReason} /></div>
        ) : (
          <Answered asked={asked} bones={<div className="k-card"><Bones rows={10} height={18} /></div>}>
            {(profile) =>
              profile.skills.length === 0 ? (
                <div className="k-card"><Empty icon="skills" title={t.empty} action={recordButton}>{t.emptyHelp}</Empty></div>
              ) : (
                <>
                  {parts.required.length > 0 && (
                    <section className="k-card">
                      <div className={styles.head}>
                        <h2>{own ? t.requiredMine : t.required}</h2>
                        <span className="k-s k-mut">{t.key}</span>
                        <span className="k-grow" />
                        {exportMenu}
                        {recordButton}
                      </div>
                      <ul>{parts.required.map((one) => <Line key={one.skill} one={one} onOpen={setOpen} />)}</ul>
                    </section>
                  )}
                  {parts.beyond.length > 0 && (
                    <section className="k-card">
                      <div className={styles.head}><h2>{t.beyond}</h2><span className="k-grow" />{parts.required.length === 0 && <>{exportMenu}{recordButton}</>}</div>
                      <ul>{parts.beyond.map((one) => <Line key={one.skill} one={one} onOpen={setOpen} />)}</ul>
                    </section>
                  )}
                </>
              )
            }
          </Answered>
        )}
      </div>
      <div className="k-stack">
        {readable && asked.data && <FitCard profile={asked.data} />}
        {readable && asked.data && more?.(asked.data)}
        {aside}
      </div>
      <Side title={openSkill ? label(openSkill.name) : ''} open={open !== null} onClose={() => setOpen(null)}>
        {open !== null && <Explained person={person} skill={open} own={own} reason={reason} onRecord={canRecord ? () => setRecording({ skill: open }) : undefined} />}
      </Side>
      <RecordAssessment open={recording !== null} onClose={() => setRecording(null)} person={person} name={name} own={own} sources={asked.data?.sources ?? []} skill={recording?.skill ?? null} />
    </div>
  );
}
