// The organisation in four figures and a bar for each unit; the start page's view of the gap.
import { useFigures } from './api';
import { FiguresRow } from './FiguresRow';
import { UnitStates } from './UnitStates';

export function Overview() {
  const { data: figures } = useFigures({});
  // An empty organisation has a guide instead.
  if (figures?.people === 0) return null;
  return (
    <>
      <FiguresRow figures={figures} />
      {figures && figures.states_by_unit.length > 0 && <UnitStates figures={figures} />}
    </>
  );
}
