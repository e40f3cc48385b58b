// Taxonomies: words to concepts as one types, and the trees to browse.
import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import type { MatchKind, Taxonomy } from '../api/types';
import { Choice } from '../ui/Chip';
import { useFormats } from '../ui/format';
import { useLanguage, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { More } from '../ui/More';
import { Page } from '../ui/Page';
import { Answered, Bones, Empty } from '../ui/states';
import { useParam } from '../ui/useParam';
import { useLevel, useMatches, useTaxonomies } from './api';
import { ConceptLine } from './ConceptLine';
import styles from './Taxonomies.module.css';
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
                    <b>{f.percent(one.score)}</b>
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

function Tree({ taxonomy }: { taxonomy: Taxonomy }) {
  const t = useTexts(taxonomies);
  const list = useLevel({ taxonomy: taxonomy.id });
  return (
    <section className="k-card">
      <h2>{t.tree}: {taxonomy.name}</h2>
      <Answered asked={list} bones={<Bones rows={8} />}>
        {(data) => (
          <>
            <ul className={styles.lines}>{data.pages.flatMap((page) => page.items).map((one) => <ConceptLine key={one.id} concept={one} />)}</ul>
            <More list={list} />
          </>
        )}
      </Answered>
    </section>
  );
}

function Card({ taxonomy }: { taxonomy: Taxonomy }) {
  const t = useTexts(taxonomies);
  const f = useFormats();
  const names = new Intl.DisplayNames(useLanguage(), { type: 'language' });
  return (
    <section className="k-card">
      <h2>{taxonomy.name}</h2>
      <p className="k-s k-mut">{[taxonomy.skills && t.skillCount(f.number(taxonomy.skills)), taxonomy.occupations && t.occupationCount(f.number(taxonomy.occupations))].filter(Boolean).join(', ')}</p>
      {taxonomy.release && <div className="k-fact"><span>{t.release}</span><span>{taxonomy.release}</span></div>}
      <div className="k-fact"><span>{t.imported}</span><span>{f.instant(taxonomy.imported)}</span></div>
      <div className="k-fact"><span>{t.languages}</span><span>{taxonomy.languages.map((code) => names.of(code) ?? code).join(', ')}</span></div>
      <div className="k-fact"><span>{t.relations}</span><span>{f.number(taxonomy.relations)}</span></div>
      {taxonomy.retired > 0 && <div className="k-fact"><span>{t.retiredOnes}</span><span>{f.number(taxonomy.retired)}</span></div>}
      {taxonomy.attribution && <p className="k-xs k-faint" style={{ marginTop: 8 }} lang="en">{taxonomy.attribution} ({taxonomy.licence})</p>}
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
  useEffect(() => setText(settled.trim()), [settled, setText]);
  const chosen: MatchKind = kind === 'occupation' ? 'occupation' : 'skill';
  return (
    <Page title={t.title} crumb={t.crumb}>
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
                  {all.map((one) => <Tree key={one.id} taxonomy={one} />)}
                </>
              )}
            </>
          )
        }
      </Answered>
    </Page>
  );
}
