// A concept in a list: its name, what it is, and the language when it is not the reader's.
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { ConceptType, Id, Wording } from '../api/types';
import { useFormats } from '../ui/format';
import { useLanguage, useTexts } from '../ui/i18n';
import { to } from '../ui/paths';
import styles from './Taxonomies.module.css';
import { taxonomies, typeNames } from './texts';

/** The name of the language, and nothing when it is the reader's own. */
export function useForeign() {
  const language = useLanguage();
  const t = useTexts(taxonomies);
  const f = useFormats();
  return (label: Wording) => (label.language === language || !label.language ? null : t.inLanguage(f.languageName(label.language)));
}

interface Shown {
  id: Id;
  label: Wording;
  type: ConceptType;
  code: string;
  children?: number;
}

/** bare: not a line of a list by itself. */
export function ConceptLine({ concept, children, bare }: { concept: Shown; children?: ReactNode; bare?: boolean }) {
  const t = useTexts(taxonomies);
  const f = useFormats();
  const type = typeNames[useLanguage()][concept.type];
  const foreign = useForeign()(concept.label);
  const line = (
    <Link to={to.concept(concept.id)} className={styles.line}>
      <span lang={concept.label.language}>{concept.label.text}</span>
      {foreign && <span className="k-tag">{foreign}</span>}
      <small>
        {[type, concept.code, concept.children ? t.inside(f.number(concept.children)) : ''].filter(Boolean).join(' · ')}
      </small>
      {children}
    </Link>
  );
  return bare ? line : <li>{line}</li>;
}
