// Why a text proposes a skill: its words, how certain it is, what is said of the level.
import type { TextLine } from '../api/types';
import { useFormats } from '../ui/format';
import { useTexts } from '../ui/i18n';
import { drafts } from './texts';

export function useWhy() {
  const t = useTexts(drafts);
  const f = useFormats();
  return (line: TextLine) => [[...new Set(line.places.map((place) => t.saidAs(place.words)))].join(', '), t.probability(f.percent(line.confidence)), line.level_reason].join(' · ');
}
