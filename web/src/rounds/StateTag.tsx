// Where a round stands, in a word.
import type { RoundState } from '../api/types';
import { useLanguage } from '../ui/i18n';
import { stateNames } from './texts';

const tones = { draft: undefined, open: 'good', closed: 'info' } as const;

export const StateTag = ({ state }: { state: RoundState }) => <span className="k-tag" data-tone={tones[state]}>{stateNames[useLanguage()][state]}</span>;
