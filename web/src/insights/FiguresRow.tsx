// The four figures above the map, each with the half-sentence that says what it means.
import type { Figures } from '../api/types';
import { useFormats } from '../ui/format';
import { useLabel, useTexts } from '../ui/i18n';
import { Figure } from '../ui/Figure';
import { insights } from './texts';

export function FiguresRow({ figures }: { figures: Figures | undefined }) {
  const t = useTexts(insights);
  const f = useFormats();
  const label = useLabel();
  const waiting = !figures;
  const largest = figures?.largest[0];
  const point = figures?.single_points[0];
  const points = figures?.single_point_count ?? 0;
  return (
    <div className="k-figures">
      <Figure label={t.coverage} value={figures?.coverage == null ? '–' : f.percent(figures.coverage)} waiting={waiting}>
        {t.coverageMeaning}
      </Figure>
      <Figure label={t.unknown} value={figures?.unknown_share == null ? '–' : f.percent(figures.unknown_share)} waiting={waiting}>
        {figures && t.unknownMeaning(f.number(figures.sums.unknown))}
      </Figure>
      <Figure label={t.single} value={f.number(points)} waiting={waiting}>
        {point ? t.singleMeaning(label(point.name), points - 1) : t.singleNone}
      </Figure>
      <Figure label={t.largest} value={largest ? label(largest.name) : t.largestNone} small waiting={waiting}>
        {largest ? t.largestMeaning(largest.people_below, f.level(largest.mean_gap), f.percent(largest.share)) : t.largestNoneMeaning}
      </Figure>
    </div>
  );
}
