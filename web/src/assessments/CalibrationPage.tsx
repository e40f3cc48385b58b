// How raters lie against each other: one's own ratings for anybody, everyone's for HR.
import { useMemo } from 'react';
import { Link } from 'react-router';
import { can, useActor } from '../api/session';
import type { Calibration, RaterCalibration } from '../api/types';
import { DataTable, type Columns } from '../ui/DataTable';
import { useFormats } from '../ui/format';
import { useTexts } from '../ui/i18n';
import { More } from '../ui/More';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { Answered, Bones, Empty } from '../ui/states';
import { useCalibrations, useOwnCalibration } from './api';
import { calibration } from './calibrationTexts';

function useBias() {
  const t = useTexts(calibration);
  const f = useFormats();
  return (bias: number) => (Math.abs(bias) < 0.05 ? t.level : bias > 0 ? t.higher(f.level(bias)) : t.lower(f.level(-bias)));
}

function Own({ title, one }: { title: string; one: Calibration }) {
  const t = useTexts(calibration);
  const f = useFormats();
  const bias = useBias();
  return (
    <div>
      <h3>{title}</h3>
      <p><b>{bias(one.bias)}</b> · {t.casesOf(f.number(one.cases), one.cases)}</p>
      <p className="k-s k-mut">{one.correction == null ? t.few : [t.wouldCorrect(f.signed(-one.correction)), one.kappa != null && t.agreement(f.decimal(one.kappa))].filter(Boolean).join(' · ')}</p>
    </div>
  );
}

function Mine() {
  const t = useTexts(calibration);
  const asked = useOwnCalibration();
  return (
    <section className="k-card k-stack-s">
      <Answered asked={asked} bones={<Bones rows={3} />}>
        {({ of_others, of_oneself }) =>
          of_others || of_oneself ? (
            <>
              <h2>{t.mine}</h2>
              <div className="k-half">
                {of_others && <Own title={t.ofOthers} one={of_others} />}
                {of_oneself && <Own title={t.ofMyself} one={of_oneself} />}
              </div>
            </>
          ) : (
            <Empty icon="check" title={t.mineNone}>{t.mineNoneHelp}</Empty>
          )
        }
      </Answered>
    </section>
  );
}

function Raters() {
  const t = useTexts(calibration);
  const f = useFormats();
  const bias = useBias();
  const list = useCalibrations();
  const columns = useMemo<Columns<RaterCalibration>>(
    () => [
      { id: 'rater', header: t.rater, cell: ({ row: { original: one } }) => <Link to={to.person(one.rater)}>{one.name}</Link> },
      { id: 'bias', header: t.bias, cell: ({ row }) => bias(row.original.bias) },
      { id: 'correction', header: t.correction, cell: ({ row }) => f.signed(-(row.original.correction ?? 0)), meta: { numeric: true } },
      { id: 'kappa', header: t.kappa, cell: ({ row }) => (row.original.kappa == null ? '–' : f.decimal(row.original.kappa)), meta: { numeric: true, wide: true } },
      { id: 'cases', header: t.cases, cell: ({ row }) => f.number(row.original.cases), meta: { numeric: true, wide: true } },
    ],
    [t, f, bias],
  );
  return (
    <Answered asked={list} bones={<div className="k-card"><Bones rows={10} /></div>}>
      {(data) => {
        const fewer = data.pages[0]?.fewer ?? 0;
        return (
          <>
            <div className="k-card k-flush">
              <DataTable
                label={t.raters}
                rows={data.pages.flatMap((page) => page.items)}
                columns={columns}
                rowKey={(one) => one.rater}
                sortable={false}
                empty={<Empty icon="people" title={t.none}>{t.noneHelp}</Empty>}
                below={<More list={list} />}
              />
            </div>
            {fewer > 0 && <p className="k-s k-mut">{t.fewer(fewer)}</p>}
          </>
        );
      }}
    </Answered>
  );
}

export function CalibrationPage() {
  const t = useTexts(calibration);
  const actor = useActor();
  return (
    <Page title={t.title} crumb={t.crumb}>
      <p className="k-mut">{t.who}</p>
      {actor.person != null && <Mine />}
      {can(actor, 'view_calibration') && <Raters />}
      <details className="k-how">
        <summary>{t.how}</summary>
        <p>{t.explain}</p>
        <code>{t.formula}</code>
      </details>
    </Page>
  );
}
