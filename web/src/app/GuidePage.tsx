// First start: five steps from an empty Kunna to the gap map, each with what it gives and one way on.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { useFormats } from '../ui/format';
import { useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { Answered, Bones } from '../ui/states';
import { Packs } from '../skills/Packs';
import { useGuide } from './home';
import styles from './HomePage.module.css';
import { home } from './homeTexts';

const keys = ['packs', 'people', 'roles', 'assessments', 'map'] as const;

export function GuidePage() {
  const t = useTexts(home);
  const f = useFormats();
  const asked = useGuide();
  const [packs, setPacks] = useState<boolean | null>(null);
  const says = {
    packs: [t.packs, t.packsHelp, t.packsGo, ''],
    people: [t.people, t.peopleHelp, t.peopleGo, to.imports],
    roles: [t.roles, t.rolesHelp, t.rolesGo, to.roles],
    assessments: [t.assessments, t.assessmentsHelp, t.assessmentsGo, to.imports],
    map: [t.map, t.mapHelp, t.mapGo, to.gap],
  } as const;
  return (
    <Page title={t.guideTitle} crumb={t.guideCrumb}>
      <Answered asked={asked} bones={<div className="k-card"><Bones rows={10} /></div>}>
        {(guide) => {
          const state = new Map(guide.steps.map((step) => [step.key, step]));
          const here = keys.find((key) => !state.get(key)?.done);
          return (
            <ol className="k-stack-s" style={{ maxWidth: 760 }}>
              {keys.map((key, i) => {
                const [title, help, go, where] = says[key];
                const step = state.get(key);
                const open = key === 'packs' && (packs ?? here === 'packs');
                return (
                  <li key={key} className={`k-card ${styles.step}`} data-done={step?.done || undefined} data-here={here === key || undefined} aria-current={here === key ? 'step' : undefined}>
                    <span className={styles.number}>{step?.done ? <Icon name="check" size={17} /> : i + 1}</span>
                    <div>
                      <h2>{title} {step?.done && <span className="k-unseen">({t.stepDone})</span>}</h2>
                      <p className="k-s k-mut">{help} {step && step.count > 0 && key !== 'assessments' && t.countOf(f.number(step.count))}</p>
                    </div>
                    {where ? (
                      <Button component={Link} to={where} variant={here === key ? 'filled' : 'default'}>{go}</Button>
                    ) : (
                      <Button variant={here === key ? 'filled' : 'default'} aria-expanded={open} onClick={() => setPacks(!open)}>{go}</Button>
                    )}
                    {open && <div className={styles.inside}><Packs onAdded={() => setPacks(true)} /></div>}
                  </li>
                );
              })}
            </ol>
          );
        }}
      </Answered>
    </Page>
  );
}
