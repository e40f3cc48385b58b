// One skill: what it is, what people do at each level, who requires it, how the organisation stands.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useSkill } from '../api/queries';
import { can, useActor } from '../api/session';
import type { Skill } from '../api/types';
import { useFormats } from '../ui/format';
import { useLabel, useLanguage, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { Side } from '../ui/Side';
import { StateBar } from '../ui/StateBar';
import { Answered, Bone, Bones } from '../ui/states';
import { kindNames, words } from '../ui/words';
import { useSkillFigures } from './api';
import { Concepts } from './Concepts';
import { SkillForm } from './SkillForm';
import styles from './SkillPage.module.css';
import { skills } from './texts';

function Shown({ skill }: { skill: Skill }) {
  const t = useTexts(skills);
  const w = useTexts(words);
  const f = useFormats();
  const label = useLabel();
  const language = useLanguage();
  const actor = useActor();
  const [editing, setEditing] = useState(false);
  const { data: figures } = useSkillFigures(skill.id, can(actor, 'view_aggregates'));
  const others = skill.alternative[language] ?? [];
  return (
    <Page
      title={label(skill.name)}
      crumb={<><Link to={to.skills}>{t.skillCrumb}</Link> · {kindNames[language][skill.kind]}{skill.retired && ` · ${t.retired}`}</>}
      actions={
        <>
          {can(actor, 'view_levels') && <Button variant="default" component={Link} to={to.findSkill(skill.id, Math.min(3, skill.scale.max))}>{t.whoCan}</Button>}
          <Button variant="default" component={Link} to={to.analysedSkill(skill.id)}>{t.analysed}</Button>
          {can(actor, 'edit_catalogue') && <Button variant="default" leftSection={<Icon name="edit" size={15} />} onClick={() => setEditing(true)}>{w.edit}</Button>}
        </>
      }
    >
      <div className="k-two">
        <div className="k-stack">
          <section className="k-card">
            <p>{label(skill.description)}</p>
            {others.length > 0 && <p className="k-s k-mut" style={{ marginTop: 6 }}>{t.also} {others.join(', ')}</p>}
          </section>
          <section className="k-card">
            <h2>{t.levels}</h2>
            <ol className={styles.levels}>
              {skill.scale.levels.map((level) => (
                <li key={level.level}>
                  <b>{level.level}</b>
                  <div>
                    <span className={styles.name}>{label(level.name)}</span>
                    <p className="k-mut">{label(skill.anchors.find((anchor) => anchor.level === level.level)?.text ?? level.anchor)}</p>
                  </div>
                </li>
              ))}
            </ol>
          </section>
        </div>
        <div className="k-stack">
          {figures && (
            <section className="k-card">
              <h2>{t.figures}</h2>
              {figures.hidden ? (
                <p className="k-s k-mut">{t.figuresHidden}</p>
              ) : (
                <>
                  <StateBar states={figures.sums} legend />
                  {figures.bus_factor != null && <div className="k-fact" style={{ marginTop: 8 }} title={t.busMeaning}><span>{t.bus}</span><span>{f.number(figures.bus_factor)}</span></div>}
                </>
              )}
            </section>
          )}
          <section className="k-card">
            <h2>{t.requiredBy}</h2>
            {skill.required_by.length === 0 && <p className="k-s k-mut">{t.notRequired}</p>}
            {skill.required_by.map((one) => (
              <div key={one.role} className="k-fact">
                <span><Link to={to.role(one.role)}>{label(one.name)}</Link> {one.must && <span className="k-tag" data-tone="look">{t.must}</span>}</span>
                <span>{t.level(one.level)}</span>
              </div>
            ))}
          </section>
          <Concepts skill={skill} />
          <section className="k-card">
            <div className="k-fact" title={t.hoursMeaning}><span>{t.hours}</span><span>{f.number(skill.hours_per_level)}</span></div>
            <div className="k-fact"><span>{t.scale}</span><span>{label(skill.scale.name)}</span></div>
            <div className="k-fact"><span>{t.learning}</span><span><Link to={to.learningOf(skill.id)}>{t.toLearning}</Link></span></div>
            <div className="k-fact"><span>{t.key}</span><span><code>{skill.key}</code></span></div>
          </section>
        </div>
      </div>
      <Side title={t.edit} open={editing} onClose={() => setEditing(false)} size={640}><SkillForm skill={skill} onClose={() => setEditing(false)} /></Side>
    </Page>
  );
}

export function SkillPage() {
  const { skill = '' } = useParams();
  const asked = useSkill(Number(skill) || 0);
  return (
    <Answered whole asked={asked} bones={<div className="k-stack"><Bone width={260} height={26} /><div className="k-two"><div className="k-card"><Bones rows={12} /></div><div className="k-card"><Bones rows={5} /></div></div></div>}>
      {(one) => <Shown key={one.id} skill={one} />}
    </Answered>
  );
}
