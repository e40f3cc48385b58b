// A new activity, on a page of its own.
import { useNavigate } from 'react-router';
import { can, useActor } from '../api/session';
import { to } from '../ui/paths';
import { Empty } from '../ui/states';
import { useTexts } from '../ui/i18n';
import { words } from '../ui/words';
import { ActivityForm } from './ActivityForm';

export function NewActivityPage() {
  const w = useTexts(words);
  const navigate = useNavigate();
  if (!can(useActor(), 'edit_learning')) return <Empty icon="key" title={w.forbiddenTitle} whole>{w.forbidden}</Empty>;
  return <ActivityForm activity={null} onClose={() => void navigate(to.learning)} />;
}
