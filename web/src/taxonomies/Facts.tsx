// What a taxonomy is: its sizes, its release, and the attribution that has to stand beside it.
import type { Taxonomy } from '../api/types';
import { useFormats } from '../ui/format';
import { useTexts } from '../ui/i18n';
import { taxonomies } from './texts';

export function Facts({ taxonomy }: { taxonomy: Taxonomy }) {
  const t = useTexts(taxonomies);
  const f = useFormats();
  return (
    <>
      <p className="k-s k-mut" style={{ marginBottom: 6 }}>{[taxonomy.skills && t.skillCount(taxonomy.skills, f.number(taxonomy.skills)), taxonomy.occupations && t.occupationCount(taxonomy.occupations, f.number(taxonomy.occupations))].filter(Boolean).join(', ')}</p>
      {taxonomy.release && <div className="k-fact"><span>{t.release}</span><span>{taxonomy.release}</span></div>}
      <div className="k-fact"><span>{t.imported}</span><span>{f.instant(taxonomy.imported)}</span></div>
      <div className="k-fact"><span>{t.languages}</span><span>{taxonomy.languages.map(f.languageName).join(', ')}</span></div>
      <div className="k-fact"><span>{t.relations}</span><span>{f.number(taxonomy.relations)}</span></div>
      {taxonomy.retired > 0 && <div className="k-fact"><span>{t.retiredOnes}</span><span>{f.number(taxonomy.retired)}</span></div>}
      {taxonomy.attribution && <p className="k-xs k-faint" style={{ marginTop: 8 }} lang="en">{taxonomy.attribution} ({taxonomy.licence})</p>}
    </>
  );
}
