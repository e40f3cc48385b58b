// The page of the management, with the figures that insights tells.
import { useFigures } from '../insights/api';
import { FiguresRow } from '../insights/FiguresRow';
import { SummaryPage } from '../strategy/SummaryPage';

export function StrategySummaryPage() {
  const { data } = useFigures({});
  return <SummaryPage figures={data} row={<FiguresRow figures={data} />} />;
}
