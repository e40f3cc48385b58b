// The catalogue: areas and the skills in them, searched in both languages.
import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { useSkillMatches } from '../api/finding';
import { useCatalogue } from '../api/queries';
import { can, useActor } from '../api/session';
import type { SkillRow } from '../api/types';
import { Choice } from '../ui/Chip';
import { useFormats } from '../ui/format';
import { useLabel, useLanguage, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { Side } from '../ui/Side';
import { Answered, Bones, Empty } from '../ui/states';
import { useParam } from '../ui/useParam';
import { kindNames, words } from '../ui/words';
import { Packs } from './Packs';
import { SkillForm } from './SkillForm';
import styles from './SkillsPage.module.css';
import { skills } from './texts';

export function SkillsPage() {
  const t = useTexts(skills);
  const w = useTexts(words);
  const f = useFormats();
  const label = useLabel();
  const kinds = kindNames[useLanguage()];
  const actor = useActor();
  const asked = useCatalogue();
  const [kind, setKind] = useParam('kind');
  const [find, setFind] = useState('');
  const [settled] = useDebouncedValue(find, 120);
  const { data: matches } = useSkillMatches(settled);
  const [open, setOpen] = useState<'packs' | 'skill' | null>(null);
  const edit = can(actor, 'edit_catalogue');

  const areas = useMemo(() => {
    if (!asked.data) return [];
    const wanted = find.trim().toLowerCase();
    const has = (skill: SkillRow) => `${skill.name.sv} ${skill.name.en} ${skill.key}`.toLowerCase().includes(wanted);
    const reasons = new Map(matches?.map((one) => [one.skill, one.reason]));
    const found = asked.data.items.map((skill) => ({ ...skill, reason: wanted && !has(skill) ? reasons.get(skill.id) : undefined }));
    const fits = (skill: SkillRow & { reason?: string }) => (!kind || skill.kind === kind) && (!wanted || has(skill) || (!skill.retired && !!skill.reason));
    const sorted = found.filter(fits).sort((a, b) => f.compare(label(a.name), label(b.name)));
    const named = asked.data.groups.map((group) => ({ id: group.id as number | null, name: label(group.name), skills: sorted.filter((skill) => skill.group === group.id) }));
    return [...named, { id: null, name: t.noGroup, skills: sorted.filter((skill) => skill.group == null) }].filter((area) => area.skills.length > 0);
  }, [asked.data, matches, find, kind, label, f, t]);

  return (
    <Page
      title={t.title}
      crumb={asked.data && t.crumb(f.number(asked.data.items.length), asked.data.groups.length)}
      actions={
        edit && (
          <>
            <Button variant="default" component={Link} to={to.taxonomies}>{t.taxonomies}</Button>
            <Button variant="default" onClick={() => setOpen('packs')}>{t.packs}</Button>
            <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setOpen('skill')}>{t.addSkill}</Button>
          </>
        )
      }
    >
      <Answered asked={asked} bones={<div className="k-card"><Bones rows={14} /></div>}>
        {(catalogue) =>
          catalogue.items.length === 0 ? (
            <div className="k-card"><Empty icon="skills" title={t.emptyTitle} action={edit && <Button onClick={() => setOpen('packs')}>{t.emptyGo}</Button>}>{t.emptyHelp}</Empty></div>
          ) : (
            <>
              <div className="k-row k-no-print">
                <TextInput aria-label={t.find} placeholder={t.find} leftSection={<Icon name="search" size={16} />} value={find} onChange={(event) => setFind(event.currentTarget.value)} w={280} />
                <Choice on={!kind} onClick={() => setKind(null)}>{w.all}</Choice>
                {(['technical', 'tool', 'soft'] as const).map((one) => <Choice key={one} on={kind === one} onClick={() => setKind(kind === one ? null : one)}>{kinds[one]}</Choice>)}
              </div>
              {areas.length === 0 && <div className="k-card"><Empty icon="search" title={w.nothingFound} /></div>}
              <div className={styles.areas}>
                {areas.map((area) => (
                  <section key={area.id ?? 0} className="k-card">
                    <h2>{area.name} <span className="k-faint">{area.skills.length}</span></h2>
                    <ul>
                      {area.skills.map((skill) => (
                        <li key={skill.id}>
                          <Link to={to.skill(skill.id)} className={styles.skill}>
                            <span>{label(skill.name)}{skill.reason && <span className="k-s k-mut"> {skill.reason}</span>}{skill.retired && <span className="k-tag"> {t.retired}</span>}</span>
                            <small>{skill.roles > 0 ? t.inRoles(skill.roles) : ''}</small>
                          </Link>
                        </li>
                      ))}
                    </ul>
                  </section>
                ))}
              </div>
            </>
          )
        }
      </Answered>
      <Side title={t.packsTitle} open={open === 'packs'} onClose={() => setOpen(null)}><Packs /></Side>
      <Side title={t.addSkill} open={open === 'skill'} onClose={() => setOpen(null)} size={640}><SkillForm onClose={() => setOpen(null)} /></Side>
    </Page>
  );
}
