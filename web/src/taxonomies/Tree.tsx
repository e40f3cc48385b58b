// A taxonomy's tree from the top; what is below each stands on its own page.
import type { Taxonomy } from '../api/types';
import { useTexts } from '../ui/i18n';
import { More } from '../ui/More';
import { Answered, Bones } from '../ui/states';
import { useLevel } from './api';
import { ConceptLine } from './ConceptLine';
import styles from './Taxonomies.module.css';
import { taxonomies } from './texts';

export function Tree({ taxonomy }: { taxonomy: Taxonomy }) {
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
