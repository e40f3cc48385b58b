// One taxonomy: its tree, and what each release that was imported changed.
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { Change, ReleaseRow, Taxonomy } from '../api/types';
import { Choice } from '../ui/Chip';
import { useFormats } from '../ui/format';
import { useLanguage, useTexts } from '../ui/i18n';
import { More } from '../ui/More';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { Answered, Bone, Bones, Empty } from '../ui/states';
import { useChanges, useReleases, useTaxonomies } from './api';
import { ConceptLine } from './ConceptLine';
import { Crosswalks } from './Crosswalks';
import { Facts } from './Facts';
import styles from './Taxonomies.module.css';
import { changeNames, taxonomies } from './texts';
import { Tree } from './Tree';

const kinds: Change[] = ['added', 'relabelled', 'replaced', 'retired', 'restored'];

function Changes({ release, change }: { release: ReleaseRow; change: Change }) {
  const t = useTexts(taxonomies);
  const f = useFormats();
  const list = useChanges(release.id, change);
  return (
    <Answered asked={list} bones={<Bones rows={6} />}>
      {(data) => (
        <>
          <ul className={styles.lines}>
            {data.pages.flatMap((page) => page.items).map((one) => (
              <ConceptLine key={`${one.id}${one.language}`} concept={one}>{one.before && <small>{t.before(one.before, f.languageName(one.language))}</small>}</ConceptLine>
            ))}
          </ul>
          <More list={list} />
        </>
      )}
    </Answered>
  );
}

function Release({ release, first }: { release: ReleaseRow; first: boolean }) {
  const t = useTexts(taxonomies);
  const f = useFormats();
  const names = changeNames[useLanguage()];
  const there = kinds.filter((kind) => release.counts[kind] > 0);
  // The first import is all new: nothing to read through.
  const [open, setOpen] = useState<Change | null>(first ? null : (there.find((kind) => kind !== 'added') ?? null));
  return (
    <section className="k-card">
      <h2>{release.release || t.unnamed} <span className="k-faint">{f.instant(release.at)}</span></h2>
      <div className="k-row">
        {there.map((kind) => <Choice key={kind} on={open === kind} onClick={() => setOpen(open === kind ? null : kind)}>{names[kind]} {f.number(release.counts[kind])}</Choice>)}
        <span className="k-s k-mut">{[release.counts.amended && t.amended(f.number(release.counts.amended)), release.counts.unchanged && t.unchanged(f.number(release.counts.unchanged)), (release.counts.relations_added || release.counts.relations_dropped) && t.relationChanges(f.number(release.counts.relations_added), f.number(release.counts.relations_dropped))].filter(Boolean).join(' · ')}</span>
      </div>
      {open && <Changes release={release} change={open} />}
    </section>
  );
}

function Shown({ taxonomy }: { taxonomy: Taxonomy }) {
  const t = useTexts(taxonomies);
  const asked = useReleases(taxonomy.id);
  return (
    <Page title={taxonomy.name} crumb={<Link to={to.taxonomies}>{t.one}</Link>}>
      <div className="k-two">
        <div className="k-stack">
          <Answered asked={asked} bones={<div className="k-card"><Bones rows={5} /></div>}>
            {(releases) => releases.map((release, i) => <Release key={release.id} release={release} first={i === releases.length - 1} />)}
          </Answered>
          <Tree taxonomy={taxonomy} />
        </div>
        <div className="k-stack">
          <section className="k-card"><Facts taxonomy={taxonomy} /></section>
          <Crosswalks taxonomy={taxonomy} />
        </div>
      </div>
    </Page>
  );
}

export function TaxonomyPage() {
  const { taxonomy = '' } = useParams();
  const t = useTexts(taxonomies);
  const asked = useTaxonomies();
  return (
    <Answered whole asked={asked} bones={<div className="k-stack"><Bone width={260} height={26} /><div className="k-two"><div className="k-card"><Bones rows={12} /></div><div className="k-card"><Bones rows={5} /></div></div></div>}>
      {(all) => {
        const one = all.find((each) => each.id === Number(taxonomy));
        return one ? <Shown taxonomy={one} /> : <Empty whole icon="search" title={t.missing} action={<Link to={to.taxonomies}>{t.one}</Link>} />;
      }}
    </Answered>
  );
}
