// Where do we lack skills? Figures, the map of units and skills, and what lies behind the chosen cell.
import { Button, Popover } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import { Link } from 'react-router';
import { useCatalogue, useRoles, useUnits } from '../api/queries';
import { can, useActor } from '../api/session';
import type { GapMap, Id } from '../api/types';
import { Choice, Removable } from '../ui/Chip';
import { ExportMenu, useTableWays } from '../ui/ExportMenu';
import { useFormats } from '../ui/format';
import { labelIn, useLabel, useLanguage, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { save } from '../ui/save';
import { Bone, Bones, Empty, Failure } from '../ui/states';
import { kindNames, words } from '../ui/words';
import { useFigures, useGapMap } from './api';
import { CellPanel, FirstLook } from './CellPanel';
import { FiguresRow } from './FiguresRow';
import { useFilters, type Filters } from './filters';
import styles from './GapMapPage.module.css';
import { firstOpen, orderedColumns, visibleRows, type ColumnOrder, type Measure } from './heat';
import { HeatMap } from './HeatMap';
import { picture, type Colours, type Scene } from './paint';
import { insights } from './texts';

// What the first picture does not need comes when it is asked for.
const MapTable = lazy(() => import('./MapTable').then((m) => ({ default: m.MapTable })));
const FilterForm = lazy(() => import('./FilterForm').then((m) => ({ default: m.FilterForm })));
const WhatIfMode = lazy(() => import('./WhatIfMode').then((m) => ({ default: m.WhatIfMode })));
const Below = lazy(() => import('../ui/Side').then((m) => ({ default: m.Below })));

function FilterMenu({ filters }: { filters: Filters }) {
  const t = useTexts(insights);
  const [open, setOpen] = useState(false);
  return (
    <Popover position="bottom-start" width={280} shadow="md" trapFocus opened={open} onChange={setOpen} transitionProps={{ duration: 80 }}>
      <Popover.Target>
        <button type="button" className={`k-chip ${styles.more}`} onClick={() => setOpen((now) => !now)}><Icon name="filter" size={14} /> {t.filters}</button>
      </Popover.Target>
      <Popover.Dropdown p={14} aria-label={t.filters}>
        <Suspense fallback={<Bones rows={5} />}><FilterForm filters={filters} /></Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}

export { prefetchGapMap } from './api';

function Chosen({ filters }: { filters: Filters }) {
  const t = useTexts(insights);
  const w = useTexts(words);
  const f = useFormats();
  const label = useLabel();
  const kinds = kindNames[useLanguage()];
  const { data: units } = useUnits();
  const { data: roles } = useRoles();
  const { data: catalogue } = useCatalogue();
  const chips: [string, () => void][] = [];
  if (filters.unit) chips.push([units?.find((unit) => unit.id === filters.unit)?.name ?? '…', () => filters.setUnit(null)]);
  if (filters.role) chips.push([label(roles?.find((role) => role.id === filters.role)?.name) || '…', () => filters.setRole(null)]);
  if (filters.group) chips.push([label(catalogue?.groups.find((group) => group.id === filters.group)?.name) || '…', () => filters.setGroup(null)]);
  if (filters.kind) chips.push([kinds[filters.kind], () => filters.setKind(null)]);
  if (filters.asOf) chips.push([t.asOfDay(f.dayShort(filters.asOf)), () => filters.setDay(null)]);
  return (
    <>
      {chips.map(([text, drop]) => (
        <Removable key={text} label={`${w.remove}: ${text}`} onRemove={drop}>{text}</Removable>
      ))}
    </>
  );
}

function Legend({ measure }: { measure: Measure }) {
  const t = useTexts(insights);
  return (
    <div className={styles.legend}>
      <span className={styles.scale}>
        {measure === 'weighted_gap' ? t.legendCovered : t.legendFull}
        {[0, 1, 2, 3, 4, 5].map((step) => <i key={step} style={{ background: `var(--h${step})` }} />)}
        {measure === 'weighted_gap' ? t.legendLargest : t.legendNone}
      </span>
      <span><i className="k-unknown" /> {t.legendUnknown}</span>
      <span><i className="k-hidden" /> {t.legendHidden}</span>
      <span><i className={styles.dash} /> {t.legendNotNeeded}</span>
      <span className="k-faint">{t.legendCorner} · {measure === 'weighted_gap' ? t.cellNumber : t.cellPercent}</span>
    </div>
  );
}

function MapCard({ map, filters, drawn }: { map: GapMap; filters: Filters; drawn: { current: { scene: Scene; colours: Colours } | null } }) {
  const t = useTexts(insights);
  const w = useTexts(words);
  const f = useFormats();
  const language = useLanguage();
  const [open, setOpen] = useState(() => firstOpen(map));
  const names = useMemo(() => map.skills.map((skill) => labelIn(language, skill.name)), [map, language]);
  const rows = useMemo(() => visibleRows(map, open), [map, open]);
  const columns = useMemo(
    () => orderedColumns(map, filters.order, names, f.compare, (skill) => !filters.kind || map.skills[skill]?.kind === filters.kind),
    [map, filters.order, filters.kind, names, f],
  );
  const { setCell } = filters;
  const select = useCallback((unit: Id, skill: Id) => setCell(`${unit}.${skill}`), [setCell]);
  const toggle = useCallback(
    (unit: Id) =>
      setOpen((before) => {
        const next = new Set(before);
        if (!next.delete(unit)) next.add(unit);
        return next;
      }),
    [],
  );
  const allOpen = open.size >= map.units.length;
  return (
    <section className="k-card" aria-label={t.title}>
      <div className={`k-row ${styles.tools}`}>
        <span role="group" aria-label={t.measure} className="k-row">
          <Choice on={filters.measure === 'weighted_gap'} onClick={() => filters.setMeasure(null)}>{t.weighted}</Choice>
          <Choice on={filters.measure === 'coverage'} onClick={() => filters.setMeasure('coverage')}>{t.coverageShort}</Choice>
        </span>
        <FilterMenu filters={filters} />
        <Chosen filters={filters} />
        <span className="k-grow" />
        <span role="group" aria-label={t.view} className="k-row">
          <Choice on={!filters.table} onClick={() => filters.setView(null)}>{w.map}</Choice>
          <Choice on={filters.table} onClick={() => filters.setView('table')}>{w.table}</Choice>
        </span>
      </div>
      {columns.length === 0 ? (
        <Empty icon="filter" title={t.noMatchTitle} action={<Button variant="default" onClick={() => filters.setKind(null)}>{t.clearFilters}</Button>}>{t.noMatchHelp}</Empty>
      ) : filters.table ? (
        <Suspense fallback={<Bones rows={12} />}><MapTable map={map} columns={columns} names={names} selected={filters.selected} onSelect={select} /></Suspense>
      ) : (
        <>
          <HeatMap map={map} rows={rows} columns={columns} names={names} measure={filters.measure} selected={filters.selected} onSelect={select} onToggle={toggle} drawn={drawn} />
          <div className={styles.below}>
            <Legend measure={filters.measure} />
            <div className="k-row k-no-print">
              <label className={styles.order}>
                <span className="k-unseen">{t.columns}</span>
                <select value={filters.order} onChange={(event) => filters.setOrder(event.currentTarget.value === 'gap' ? null : (event.currentTarget.value as ColumnOrder))}>
                  <option value="gap">{t.sortGap}</option>
                  <option value="catalogue">{t.sortCatalogue}</option>
                  <option value="name">{t.sortName}</option>
                </select>
              </label>
              <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setOpen(allOpen ? new Set(map.units.slice(0, 1).map((unit) => unit.id)) : new Set(map.units.map((unit) => unit.id)))}>
                {allOpen ? t.collapseAll : t.expandAll}
              </Button>
            </div>
          </div>
        </>
      )}
    </section>
  );
}

const MapBones = () => (
  <section className="k-card">
    <div className="k-row" style={{ marginBottom: 14 }}><Bone width={96} height={26} /><Bone width={84} height={26} /><Bone width={76} height={26} /></div>
    <Bone height={520} />
  </section>
);

export function GapMapPage() {
  const t = useTexts(insights);
  const w = useTexts(words);
  const f = useFormats();
  const actor = useActor();
  const filters = useFilters();
  const asked = useGapMap({ unit: filters.unit, role: filters.role, group: filters.group, as_of: filters.asOf });
  const { data: figures } = useFigures({ unit: filters.unit, as_of: filters.asOf });
  const drawn = useRef<{ scene: Scene; colours: Colours } | null>(null);
  const narrow = useMediaQuery('(max-width: 1080px)', undefined, { getInitialValueInEffect: false });
  const ways = useTableWays('/insights/map/export', { unit: filters.unit, role: filters.role, group: filters.group, as_of: filters.asOf });
  const map = asked.data;
  const { selected, setCell } = filters;

  const savePicture = async () => {
    if (!drawn.current) return;
    const blob = await picture(drawn.current.scene, drawn.current.colours);
    if (blob) save(blob, `gap-${map?.day ?? ''}.png`);
  };

  const crumb = figures ? [actor.organisation, t.people(f.number(figures.people)), filters.asOf ? t.asOfDay(f.day(filters.asOf)) : `${w.today}, ${f.dayShort(figures.day)}`].filter(Boolean).join(' · ') : actor.organisation;
  const panel = selected ? (
    <CellPanel unit={selected.unit} skill={selected.skill} asOf={filters.asOf} />
  ) : (
    <FirstLook figures={figures} onSelect={(skill) => setCell(`${filters.unit ?? map?.units[0]?.id ?? 0}.${skill}`)} />
  );

  if (asked.error && !map)
    return <Page title={t.title}><div className="k-card"><Failure error={asked.error} retry={() => void asked.refetch()} /></div></Page>;

  if (map && (map.units.length === 0 || map.skills.length === 0) && !filters.role && !filters.group && !filters.unit)
    return (
      <Page title={t.title} crumb={crumb}>
        <div className="k-card">
          <Empty icon="map" title={t.emptyTitle} action={can(actor, 'import_files') && <Button component={Link} to={to.imports}>{t.emptyGo}</Button>}>{t.emptyHelp}</Empty>
        </div>
      </Page>
    );

  if (filters.whatIf !== undefined)
    return (
      <Page title={t.whatIfTitle} crumb={crumb}>
        <Suspense fallback={<MapBones />}><WhatIfMode filters={filters} /></Suspense>
      </Page>
    );

  const tryOut = map && !filters.asOf && <Button variant="default" onClick={() => filters.setWhatIf('{}')}>{t.whatIfOpen}</Button>;
  return (
    <Page title={t.title} crumb={crumb} actions={map && <>{tryOut}<ExportMenu ways={filters.table ? ways : [...ways, { label: w.exportPng, onClick: () => void savePicture() }]} /></>}>
      <FiguresRow figures={figures} />
      <div className="k-two">
        {map ? <MapCard key={`${filters.unit ?? 0}.${map.units.length}`} map={map} filters={filters} drawn={drawn} /> : <MapBones />}
        {narrow ? (
          <>
            {!selected && <aside className="k-card">{panel}</aside>}
            {selected && <Suspense fallback={<Bones rows={2} />}><Below title={t.cellTitle} label={t.close} onClose={() => setCell(null)}>{panel}</Below></Suspense>}
          </>
        ) : (
          <aside className={`k-card ${styles.panel}`} aria-live="polite">
            {selected && (
              <button type="button" className={styles.close} aria-label={t.close} onClick={() => setCell(null)}><Icon name="close" size={16} /></button>
            )}
            {panel}
          </aside>
        )}
      </div>
    </Page>
  );
}
