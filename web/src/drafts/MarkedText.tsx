// A text with the words that skills were found in; each leads to its proposal.
import type { TextLine } from '../api/types';
import { useLabel, useTexts } from '../ui/i18n';
import styles from './Drafts.module.css';
import { drafts } from './texts';

export const keyOf = (line: TextLine) => (line.skill ? `s${line.skill}` : `c${line.concept?.id}`);

interface Part {
  from: number;
  words: string;
  line?: TextLine;
}

/** The text in parts, those with a skill and those between. Places count characters, not UTF-16 units. */
export function partsOf(text: string, lines: TextLine[]): Part[] {
  const characters = Array.from(text);
  const part = (from: number, to: number) => characters.slice(from, to).join('');
  const places = lines.flatMap((line) => line.places.map((place) => ({ ...place, line }))).sort((a, b) => a.from - b.from);
  const parts: Part[] = [];
  let at = 0;
  for (const place of places) {
    if (place.from < at) continue;
    if (place.from > at) parts.push({ from: at, words: part(at, place.from) });
    parts.push({ from: place.from, words: part(place.from, place.to), line: place.line });
    at = place.to;
  }
  if (at < characters.length) parts.push({ from: at, words: part(at, characters.length) });
  return parts;
}

export function MarkedText({ text, lines }: { text: string; lines: TextLine[] }) {
  const t = useTexts(drafts);
  const label = useLabel();
  return (
    <p className={styles.text}>
      {partsOf(text, lines).map((part) =>
        part.line ? (
          <a key={part.from} href={`#line-${keyOf(part.line)}`} title={label(part.line.name)} aria-label={`${part.words}: ${t.showLine(label(part.line.name))}`}>
            <mark>{part.words}</mark>
          </a>
        ) : (
          <span key={part.from}>{part.words}</span>
        ),
      )}
    </p>
  );
}
