// An occupation of a taxonomy as a draft of a role.
import { Button } from '@mantine/core';
import { Link, useParams } from 'react-router';
import type { OccupationDraft } from '../api/types';
import { useLabel, useTexts } from '../ui/i18n';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { Answered, Bone, Bones, Empty } from '../ui/states';
import { useOccupationDraft } from './api';
import { DraftEditor, type Line } from './DraftEditor';
import { drafts } from './texts';

function Shown({ draft }: { draft: OccupationDraft }) {
  const t = useTexts(drafts);
  const label = useLabel();
  const lines: Line[] = draft.lines.map(({ concept, skill, name, relation, level, importance, must }) => ({
    key: String(concept.id), concept: concept.id, skill: skill ?? undefined, name, level, importance, must, kept: relation === 'essential', why: relation === 'essential' ? t.essential : t.optional,
  }));
  return (
    <Page title={t.title(label(draft.name))} crumb={t.crumb(draft.taxonomy_name)}>
      {lines.length === 0 ? (
        <div className="k-card"><Empty icon="roles" title={t.empty} action={<Button component={Link} to={to.roles}>{t.toRoles}</Button>}>{t.emptyHelp}</Empty></div>
      ) : (
        <DraftEditor name={draft.name} description={draft.description} lines={lines} rule={draft.rule} attribution={draft.attribution} />
      )}
    </Page>
  );
}

export function OccupationDraftPage() {
  const { concept = '' } = useParams();
  const asked = useOccupationDraft(Number(concept) || 0);
  return (
    <Answered whole asked={asked} bones={<div className="k-stack"><Bone width={260} height={26} /><div className="k-card"><Bones rows={14} /></div></div>}>
      {(draft) => <Shown key={concept} draft={draft} />}
    </Answered>
  );
}
