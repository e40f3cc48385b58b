// Taxonomies: words to concepts as one types, and the trees to browse.
import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import type { MatchKind, Taxonomy } from '../api/types';
import { can, useActor } from '../api/session';
import { chance } from '../ui/chance';
import { Choice } from '../ui/Chip';
import { useFormats } from '../ui/format';
import { useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { Answered, Bones, Empty } from '../ui/states';
import { useParam } from '../ui/useParam';
import { useMatches, useTaxonomies } from './api';
import { ConceptLine } from './ConceptLine';
import { Facts } from './Facts';
import { HandIn } from './HandIn';
import { handIn } from './handInTexts';
import styles from './Taxonomies.module.css';
import { Tree } from './Tree';
import { taxonomies } from './texts';

function Matches({ text, kind }: { text: string; kind: MatchKind }) {
  const t = useTexts(taxonomies);
  const f = useFormats();
  const asked = useMatches(text, kind);
  return (
    <section className="k-card">
      <Answered asked={asked} bones={<Bones rows={8} />}>
        {(found) =>
          found.length === 0 ? (
            <Empty icon="search" title={t.noMatch}>{t.noMatchHelp}</Empty>
          ) : (
            <ol className={styles.results}>
              {found.map((one) => (
                <ConceptLine key={one.id} concept={one}>
                  <span className={styles.score} title={t.probability} style={{ '--share': `${Math.round(100 * one.score)}%` } as React.CSSProperties}>
                    <i />
                    <b>{chance(f.percent, one.score)}</b>
                  </span>
                  <small>
                    {one.reason}
                    {one.found_by !== one.label.text && ` · ${t.foundBy(one.found_by)}`}
                  </small>
                </ConceptLine>
              ))}
            </ol>
          )
        }
      </Answered>
    </section>
  );
}

function Card({ taxonomy }: { taxonomy: Taxonomy }) {
  return (
    <section className="k-card">
      <h2><Link to={to.taxonomy(taxonomy.id)}>{taxonomy.name}</Link></h2>
      <Facts taxonomy={taxonomy} />
    </section>
  );
}

export function TaxonomiesPage() {
  const t = useTexts(taxonomies);
  const asked = useTaxonomies();
  const [kind, setKind] = useParam('kind');
  const [text, setText] = useParam('q');
  const [typed, setTyped] = useState(text ?? '');
  const [settled] = useDebouncedValue(typed, 120);
  useEffect(() => {
    setText(settled.trim());
  }, [settled, setText]);
  const h = useTexts(handIn);
  const actor = useActor();
  const [handing, setHanding] = useState(false);
  // ESCO is what is meant while nothing is there, and the first that is thought of.
  const names = asked.data?.map((one) => one.name) ?? [];
  const others = names.length > 0 && !names.includes('ESCO') && (names.length === 1 ? names[0] : t.several);
  const chosen: MatchKind = kind === 'occupation' ? 'occupation' : 'skill';
  return (
    <Page title={others ? t.titleOf(others) : t.title} crumb={t.crumb} actions={can(actor, 'edit_catalogue') && <Button leftSection={<Icon name="import" size={16} />} onClick={() => setHanding(true)}>{h.open}</Button>}>
      <Answered asked={asked} bones={<div className="k-card"><Bones rows={12} /></div>}>
        {(all) =>
          all.length === 0 ? (
            <div className="k-card"><Empty icon="search" title={t.emptyTitle}>{t.emptyHelp}</Empty></div>
          ) : (
            <>
              <div className="k-row k-no-print">
                <TextInput aria-label={t.find} placeholder={t.find} leftSection={<Icon name="search" size={16} />} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} style={{ flex: '1 1 280px', maxWidth: 520 }} />
                <Choice on={chosen === 'skill'} onClick={() => setKind(null)}>{t.skills}</Choice>
                <Choice on={chosen === 'occupation'} onClick={() => setKind('occupation')}>{t.occupations}</Choice>
              </div>
              {text ? (
                <Matches text={text} kind={chosen} />
              ) : (
                <>
                  <div className={styles.cards}>{all.map((one) => <Card key={one.id} taxonomy={one} />)}</div>
                  <Tree taxonomy={all[0]!} />
                </>
              )}
            </>
          )
        }
      </Answered>
      <HandIn open={handing} onClose={() => setHanding(false)} />
    </Page>
  );
}
