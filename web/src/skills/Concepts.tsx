// The concepts of taxonomies that a skill stands for; whoever edits the catalogue links it to one of those proposed.
import { ActionIcon, Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { can, useActor } from '../api/session';
import type { ConceptMatch, Skill } from '../api/types';
import { chance } from '../ui/chance';
import { useFormats } from '../ui/format';
import { useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { to } from '../ui/paths';
import { Answered, Bones, Refused } from '../ui/states';
import { say } from '../ui/toast';
import { useLink, useLinks, useProposals, useUnlink } from './api';
import styles from './Concepts.module.css';
import { concepts } from './texts';

function Proposal({ one, onChoose }: { one: ConceptMatch; onChoose: () => void }) {
  const t = useTexts(concepts);
  const f = useFormats();
  return (
    <li className={styles.row}>
      <div>
        <Link to={to.concept(one.id)} lang={one.label.language}>{one.label.text}</Link>
        <small>{chance(f.percent, one.score)} · {one.reason}</small>
      </div>
      <Button size="compact-sm" variant="default" aria-label={`${t.link}: ${one.label.text}`} onClick={onChoose}>{t.link}</Button>
    </li>
  );
}

export function Concepts({ skill }: { skill: Skill }) {
  const t = useTexts(concepts);
  const actor = useActor();
  const edit = can(actor, 'edit_catalogue');
  const asked = useLinks(skill.id);
  const [open, setOpen] = useState(false);
  const proposals = useProposals(skill.id, open);
  const link = useLink(skill.id);
  const unlink = useUnlink(skill.id);
  return (
    <section className="k-card">
      <h2>{t.title}</h2>
      <Answered asked={asked} bones={<Bones rows={2} />}>
        {(links) => (
          <>
            {links.length === 0 && <p className="k-s k-mut">{t.none}</p>}
            <ul>
              {links.map((one) => (
                <li key={one.taxonomy} className={styles.row}>
                  <div>
                    <Link to={to.concept(one.concept.id)} lang={one.concept.label.language}>{one.concept.label.text}</Link>
                    <small>{one.taxonomy_name}{one.linked && ` · ${t.was(one.linked.label.text)}`}</small>
                    {one.attribution && <small lang="en">{one.attribution}</small>}
                  </div>
                  {edit && (
                    <ActionIcon
                      aria-label={`${t.unlink}: ${one.concept.label.text}`}
                      onClick={() => unlink.mutate(one.concept.id, { onSuccess: () => say(t.unlinked, { undo: () => link.mutate(one.concept.id) }) })}
                    >
                      <Icon name="trash" size={16} />
                    </ActionIcon>
                  )}
                </li>
              ))}
            </ul>
            {edit && !open && <Button variant="default" size="compact-sm" mt={8} onClick={() => setOpen(true)}>{links.length === 0 ? t.propose : t.change}</Button>}
          </>
        )}
      </Answered>
      {open && (
        <div role="group" aria-label={t.proposals} className={styles.proposals}>
          <h3>{t.proposals}</h3>
          <Answered asked={proposals} bones={<Bones rows={4} />}>
            {(found) => (
              <ul>
                {found.map((one) => <Proposal key={one.id} one={one} onChoose={() => link.mutate(one.id, { onSuccess: () => (setOpen(false), say(t.linked(one.label.text), { tone: 'good' })) })} />)}
                {found.length === 0 && <li className="k-s k-mut">{t.nothing}</li>}
              </ul>
            )}
          </Answered>
          <Button variant="subtle" color="gray" size="compact-sm" mt={8} onClick={() => setOpen(false)}>{t.close}</Button>
        </div>
      )}
      <Refused error={link.error ?? unlink.error} />
    </section>
  );
}
