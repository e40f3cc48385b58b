// The analysis: four questions about the whole, each with its table and its file. Which one stands in the address.
import { can, useActor } from '../api/session';
import { Choice } from '../ui/Chip';
import { useTexts } from '../ui/i18n';
import { useParam } from '../ui/useParam';
import { Ages } from './Ages';
import { Rising } from './Rising';
import { Roles } from './Roles';
import { Spread } from './Spread';
import { analytics } from './texts';

const all = ['roles', 'spread', 'ages', 'trends'] as const;
type Tab = (typeof all)[number];

export function AnalyticsPage() {
  const t = useTexts(analytics);
  const actor = useActor();
  const [asked, setAsked] = useParam('tab');
  const open: Tab[] = all.filter((one) => (one === 'roles' ? can(actor, 'view_catalogue') : one === 'ages' ? can(actor, 'view_ages') : can(actor, 'view_aggregates')));
  const tab = open.find((one) => one === asked) ?? open[0];
  const tabs = open.length > 1 && (
    <div className="k-row k-no-print" role="group" aria-label={t.tabs}>
      {open.map((one) => <Choice key={one} on={one === tab} onClick={() => setAsked(one === open[0] ? null : one)}>{t[one]}</Choice>)}
    </div>
  );
  if (tab === 'spread') return <Spread tabs={tabs} />;
  if (tab === 'ages') return <Ages tabs={tabs} />;
  if (tab === 'trends') return <Rising tabs={tabs} />;
  return <Roles tabs={tabs} />;
}
