// Above the bench: which scenario and part of the company is looked at, and what may be done with it. Not drawn again as
// a slider moves.
import { Button, Select } from '@mantine/core';
import { memo } from 'react';
import { Link } from 'react-router';
import type { Id, Scenario } from '../api/types';
import { ExportMenu, useTableWays } from '../ui/ExportMenu';
import { useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { to } from '../ui/paths';
import { UnitPicker } from '../ui/pickers';
import { words } from '../ui/words';
import { scenarios } from './texts';

/** Which scenario the editor is open for. */
export type Edited = 'new' | 'this';

export const Actions = memo(function Actions({ scenario, unit, several, mayPlan, onEdit }: { scenario: Id; unit?: Id; several: boolean; mayPlan: boolean; onEdit: (edited: Edited) => void }) {
  const t = useTexts(scenarios);
  const ways = useTableWays(`/scenarios/${scenario}/forecast/export`, { unit });
  return (
    <>
      {several && <Button variant="default" component={Link} to={to.scenarioComparison}>{t.compareGo}</Button>}
      <ExportMenu ways={ways} />
      {mayPlan && <Button leftSection={<Icon name="plus" size={16} />} onClick={() => onEdit('new')}>{t.add}</Button>}
    </>
  );
});

interface Looked {
  all: Scenario[];
  scenario: Scenario;
  unit?: Id;
  /** One skill or role alone is looked at. */
  narrowed: boolean;
  /** A slider has been moved. */
  moved: boolean;
  mayPlan: boolean;
  onScenario: (scenario: Id) => void;
  onLook: (at: { unit?: Id | null; skill?: null; role?: null }) => void;
  onReset: () => void;
  onEdit: (edited: Edited) => void;
}

export const Bar = memo(function Bar({ all, scenario, unit, narrowed, moved, mayPlan, onScenario, onLook, onReset, onEdit }: Looked) {
  const t = useTexts(scenarios);
  const w = useTexts(words);
  return (
    <div className="k-row k-no-print">
      <Select aria-label={t.scenario} allowDeselect={false} value={String(scenario.id)} onChange={(id) => id && onScenario(Number(id))} data={all.map((one) => ({ value: String(one.id), label: one.base ? `${one.name} (${t.base})` : one.name }))} w={240} />
      <UnitPicker aria-label={w.unit} placeholder={t.wholeUnit} value={unit} onChange={(id) => onLook({ unit: id })} w={220} />
      {narrowed && <Button variant="subtle" size="compact-sm" onClick={() => onLook({ skill: null, role: null })}>{t.allPosts}</Button>}
      <span className="k-grow" />
      {mayPlan && !moved && <Button variant="default" onClick={() => onEdit('this')}>{w.edit}</Button>}
      {moved && (
        <>
          <Button variant="subtle" color="gray" onClick={onReset}>{t.reset}</Button>
          <Button variant="default" onClick={() => onEdit('new')}>{t.saveAs}</Button>
          <Button onClick={() => onEdit('this')}>{t.saveThis}</Button>
        </>
      )}
    </div>
  );
});
