// The frame of every page about a strategy: which one it is, how it stands, and the way to the other pages.
import { Button, Select } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link, NavLink } from 'react-router';
import { can, useActor } from '../api/session';
import type { Standing, Strategy } from '../api/types';
import { useFormats } from '../ui/format';
import { useLabel, useLanguage, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { Side } from '../ui/Side';
import { Answered, Bones, Empty } from '../ui/states';
import { useIdParam } from '../ui/useParam';
import { useStanding, useStrategies } from './api';
import { Editor } from './Editor';
import { useStay } from './places';
import styles from './strategy.module.css';
import { strategy as texts, strategyStates } from './texts';

export const StateTag = ({ of }: { of: Strategy }) => {
  const names = strategyStates[useLanguage()];
  return <span className="k-tag" data-tone={{ draft: 'info', active: 'good', closed: undefined }[of.state]}>{names[of.state]}</span>;
};

function Tabs() {
  const t = useTexts(texts);
  const stay = useStay();
  const tabs: [string, string][] = [
    [to.strategy, t.homeTab], [to.strategyAnchoring, t.anchoringTab], [to.strategyReadiness, t.readinessTab], [to.strategyReviews, t.reviewsTab],
    [to.strategyLog, t.logTab], [to.strategyDocument, t.documentTab], [to.strategySummary, t.summaryTab],
  ];
  return (
    <nav aria-label={t.tabs} className={`${styles.tabs} k-no-print`}>
      {tabs.map(([address, word]) => <NavLink key={address} to={stay(address)} end className={styles.tab}>{word}</NavLink>)}
    </nav>
  );
}

function Beginning() {
  const t = useTexts(texts);
  const may = can(useActor(), 'run_strategy');
  const [adding, setAdding] = useState(false);
  return (
    <Page title={t.homeTitle} crumb={t.one}>
      <div className="k-card">
        <Empty icon="check" title={t.none} action={may && <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setAdding(true)}>{t.add}</Button>}>{may ? t.noneHelp : t.noneOther}</Empty>
      </div>
      <Side title={t.addTitle} open={adding} onClose={() => setAdding(false)} size={560}>
        <Editor strategy={null} onClose={() => setAdding(false)} />
      </Side>
    </Page>
  );
}

function Chosen({ id, title, actions, choose, children }: { id: number; title: string; actions?: (standing: Standing) => ReactNode; choose: ReactNode; children: (standing: Standing) => ReactNode }) {
  const t = useTexts(texts);
  const f = useFormats();
  const label = useLabel();
  const asked = useStanding(id);
  return (
    <Answered whole asked={asked} bones={<Page title={title} crumb={t.one}><div className="k-card"><Bones rows={8} /></div></Page>}>
      {(standing) => (
        <Page
          title={title}
          crumb={<><Link to={to.strategy}>{t.one}</Link> · {label(standing.strategy.name)} · {t.period(f.dayShort(standing.strategy.starts), f.dayShort(standing.strategy.ends))} <StateTag of={standing.strategy} /></>}
          actions={<>{choose}{actions?.(standing)}</>}
        >
          <Tabs />
          {children(standing)}
        </Page>
      )}
    </Answered>
  );
}

export function Frame({ title, actions, children }: { title: string; actions?: (standing: Standing) => ReactNode; children: (standing: Standing) => ReactNode }) {
  const t = useTexts(texts);
  const label = useLabel();
  const names = strategyStates[useLanguage()];
  const asked = useStrategies();
  const [wanted, want] = useIdParam('strategy');
  return (
    <Answered whole asked={asked} bones={<Page title={title} crumb={t.one}><div className="k-card"><Bones rows={8} /></div></Page>}>
      {(all) => {
        const first = all[0];
        if (!first) return <Beginning />;
        const choose = all.length > 1 && (
          <Select aria-label={t.choose} w={230} allowDeselect={false} value={String(wanted ?? first.id)} onChange={(value) => want(value === String(first.id) ? null : value ? Number(value) : null)} data={all.map((one) => ({ value: String(one.id), label: `${label(one.name)} (${names[one.state]})` }))} />
        );
        return <Chosen key={wanted ?? first.id} id={wanted ?? first.id} title={title} actions={actions} choose={choose}>{children}</Chosen>;
      }}
    </Answered>
  );
}
