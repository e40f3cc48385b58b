// Where each place of the server's answers is.
import type { StrategyPlace } from '../api/types';
import { to } from '../ui/paths';
import { useIdParam } from '../ui/useParam';

const places: Record<StrategyPlace, string> = {
  editor: `${to.strategy}?edit=1`,
  anchoring: to.strategyAnchoring,
  journey: to.strategy,
  readiness: to.strategyReadiness,
  reviews: to.strategyReviews,
  goals: to.goals,
  rounds: to.rounds,
  gap: to.gap,
  priorities: to.priorities,
  scenarios: to.scenarios,
  wishes: to.wished,
};

/** The addresses; those of the strategy's own pages stay with the one that is looked at. */
export function usePlaces(): (place: StrategyPlace) => string {
  const stay = useStay();
  return (place) => stay(places[place]);
}

/** Keeps an address of the strategy's pages with the strategy that was chosen. */
export function useStay(): (address: string) => string {
  const [chosen] = useIdParam('strategy');
  return (address) => (chosen && address.startsWith(to.strategy) ? `${address}${address.includes('?') ? '&' : '?'}strategy=${chosen}` : address);
}
