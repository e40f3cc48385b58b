// One concept: its names, where it belongs, what it needs and who needs it.
import { Button } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { can, useActor } from '../api/session';
import type { Concept, ConceptRow } from '../api/types';
import { useFormats } from '../ui/format';
import { useLanguage, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { More } from '../ui/More';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { Answered, Bone, Bones } from '../ui/states';
import { useConcept, useLevel, useNeededBy } from './api';
import { ConceptLine, useForeign } from './ConceptLine';
import { Counterparts } from './Crosswalks';
import { StandIns } from './StandIns';
import styles from './Taxonomies.module.css';
import { taxonomies, typeNames } from './texts';

function Related({ title, rows }: { title: string; rows: ConceptRow[] }) {
  if (rows.length === 0) return null;
  return (
    <section className="k-card">
      <h2>{title} <span className="k-faint">{rows.length}</span></h2>
      <ul className={styles.lines}>{rows.map((one) => <ConceptLine key={one.id} concept={one} />)}</ul>
    </section>
  );
}

function Below({ concept }: { concept: Concept }) {
  const t = useTexts(taxonomies);
  const list = useLevel({ parent: concept.id });
  return (
    <section className="k-card">
      <h2>{t.below} <span className="k-faint">{concept.children}</span></h2>
      <Answered asked={list} bones={<Bones rows={6} />}>
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

function NeededBy({ concept }: { concept: Concept }) {
  const t = useTexts(taxonomies);
  const list = useNeededBy(concept.id);
  return (
    <section className="k-card">
      <h2>{t.neededBy} <span className="k-faint">{concept.needed_by}</span></h2>
      <Answered asked={list} bones={<Bones rows={6} />}>
        {(data) => (
          <>
            <ul className={styles.lines}>
              {data.pages.flatMap((page) => page.items).map((one) => (
                <ConceptLine key={one.row.id} concept={one.row}>{one.kind === 'essential' && <small>{t.essentialMark}</small>}</ConceptLine>
              ))}
            </ul>
            <More list={list} />
          </>
        )}
      </Answered>
    </section>
  );
}

function Shown({ concept }: { concept: Concept }) {
  const t = useTexts(taxonomies);
  const language = useLanguage();
  const f = useFormats();
  const actor = useActor();
  const foreign = useForeign()(concept.label);
  const own = concept.labels.find((label) => label.language === concept.label.language);
  const others = concept.labels.filter((label) => label !== own);
  const described = own?.description ? own : concept.labels.find((label) => label.description);
  const alone = concept.children + concept.needed_by + concept.essential.length + concept.optional.length + concept.counterparts.length === 0;
  return (
    <Page
      title={concept.label.text}
      crumb={<><Link to={to.taxonomies}>{concept.taxonomy_name}</Link> · {typeNames[language][concept.type]}{concept.code && ` · ${concept.code}`}{foreign && ` · ${foreign}`}{concept.retired && ` · ${t.retired}`}</>}
      actions={concept.type === 'occupation' && can(actor, 'edit_roles') && <Button component={Link} to={to.draftOf(concept.id)} leftSection={<Icon name="roles" size={15} />}>{t.makeRole}</Button>}
    >
      <div className="k-two">
        <div className="k-stack">
          {(described || (own && own.alternatives.length > 0) || alone) && (
            <section className="k-card">
              {described && <p className={styles.text} lang={described.language}>{described.description}</p>}
              {own && own.alternatives.length > 0 && <p className="k-s k-mut" style={{ marginTop: described ? 6 : 0 }} lang={own.language}>{t.also} {own.alternatives.join(', ')}</p>}
              {alone && <p className="k-s k-mut">{t.nothing}</p>}
            </section>
          )}
          {concept.children > 0 && <Below concept={concept} />}
          <Related title={t.essential} rows={concept.essential} />
          <Related title={t.optional} rows={concept.optional} />
          {concept.needed_by > 0 && <NeededBy concept={concept} />}
          <Counterparts counterparts={concept.counterparts} />
        </div>
        <div className="k-stack">
          {(concept.type === 'skill' || concept.type === 'knowledge') && <StandIns concept={concept} />}
          {concept.replaced_by && <Related title={t.replacedBy} rows={[concept.replaced_by]} />}
          <Related title={t.above} rows={concept.parents} />
          {others.length > 0 && (
            <section className="k-card">
              <h2>{t.otherLanguages}</h2>
              {others.map((label) => (
                <div key={label.language} className="k-fact"><span>{f.languageName(label.language)}</span><span lang={label.language}>{label.preferred}</span></div>
              ))}
            </section>
          )}
          <section className="k-card">
            {concept.isco.length > 0 && <div className="k-fact"><span>{t.isco}</span><span>{concept.isco.join(', ')}</span></div>}
            <div className="k-fact"><span>{t.address}</span><span className="k-xs">{concept.uri}</span></div>
            <div className="k-fact"><span>{t.source}</span><span>{concept.taxonomy_name}</span></div>
            {concept.attribution && <p className="k-xs k-faint" lang="en">{concept.attribution}</p>}
          </section>
        </div>
      </div>
    </Page>
  );
}

export function ConceptPage() {
  const { concept = '' } = useParams();
  const asked = useConcept(Number(concept) || 0);
  return (
    <Answered whole asked={asked} bones={<div className="k-stack"><Bone width={260} height={26} /><div className="k-two"><div className="k-card"><Bones rows={12} /></div><div className="k-card"><Bones rows={5} /></div></div></div>}>
      {(one) => <Shown key={one.id} concept={one} />}
    </Answered>
  );
}
