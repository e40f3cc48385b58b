// Costs in the reader's way: money comes in hundredths of its currency.
import type { ActivityCost } from '../api/types';
import { useFormats } from '../ui/format';
import { useTexts } from '../ui/i18n';
import { learning } from './texts';

/** What a seat costs, or a session when seats are free; in words when nothing costs. */
export function useCost() {
  const t = useTexts(learning);
  const f = useFormats();
  return (cost: ActivityCost | null | undefined) => {
    if (!cost) return '–';
    const parts = [cost.seat > 0 && t.perSeat(f.money(cost.seat, cost.currency)), cost.session > 0 && t.perSession(f.money(cost.session, cost.currency))].filter((part) => !!part);
    return parts.length > 0 ? parts.join(' + ') : t.free;
  };
}
