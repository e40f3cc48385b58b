// Crosswalks: which taxonomies a taxonomy is linked to, and what of them corresponds to a concept.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Correspondence, Correspondences, Counterpart, Taxonomy } from '../api/types';
import { useFormats } from '../ui/format';
import { useLanguage, useTexts } from '../ui/i18n';
import { Answered, Bones } from '../ui/states';
import { useCrosswalks } from './api';
import { ConceptLine } from './ConceptLine';
import styles from './Taxonomies.module.css';
import { correspondenceNames, taxonomies } from './texts';

const sorts: Correspondence[] = ['exact', 'close', 'narrow', 'broad'];

/** How many pairs of each sort, as the first taxonomy sees the second; `turned`: as the second sees the first. */
export function PairFacts({ pairs, turned }: { pairs: Correspondences; turned?: boolean }) {
  const f = useFormats();
  const names = correspondenceNames[useLanguage()];
  const seen = turned ? { ...pairs, broad: pairs.narrow, narrow: pairs.broad } : pairs;
  return <ul>{sorts.filter((one) => seen[one] > 0).map((one) => <li key={one} className="k-fact"><span>{names[one]}</span><span>{f.number(seen[one])}</span></li>)}</ul>;
}

/** Nothing when the taxonomy is linked to none. */
export function Crosswalks({ taxonomy }: { taxonomy: Taxonomy }) {
  const t = useTexts(taxonomies);
  const f = useFormats();
  const asked = useCrosswalks();
  return (
    <Answered asked={asked} bones={<div className="k-card"><Bones rows={4} /></div>}>
      {(all) =>
        all.filter((one) => one.one.id === taxonomy.id || one.other.id === taxonomy.id).map((one) => {
          const turned = one.other.id === taxonomy.id;
          return (
            <section key={one.id} className="k-card">
              <h2>{t.crosswalkTo(turned ? one.one.name : one.other.name)}</h2>
              <PairFacts pairs={one.pairs} turned={turned} />
              <div className="k-fact"><span>{t.imported}</span><span>{f.instant(one.imported)}</span></div>
              <div className="k-fact"><span>{t.file}</span><span className="k-clip">{one.filename}</span></div>
            </section>
          );
        })
      }
    </Answered>
  );
}

// A broad name may have a hundred.
const atFirst = 12;

export function Counterparts({ counterparts }: { counterparts: Counterpart[] }) {
  const t = useTexts(taxonomies);
  const f = useFormats();
  const names = correspondenceNames[useLanguage()];
  const [all, setAll] = useState(false);
  if (counterparts.length === 0) return null;
  const shown = all ? counterparts : counterparts.slice(0, atFirst);
  return (
    <section className="k-card">
      <h2>{t.elsewhere} <span className="k-faint">{counterparts.length}</span></h2>
      <ul className={styles.lines}>
        {shown.map((one) => <ConceptLine key={one.concept.id} concept={one.concept}><small>{names[one.correspondence]} · {one.taxonomy_name}</small></ConceptLine>)}
      </ul>
      {shown.length < counterparts.length && <Button variant="subtle" size="compact-sm" mt={8} onClick={() => setAll(true)}>{t.showAll(f.number(counterparts.length))}</Button>}
    </section>
  );
}
