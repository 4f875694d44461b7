import type { Dimension, Metric } from '../api/kept';

/** Whether every word of what is sought stands somewhere in an entry. */
export function matches(entry: Metric | Dimension, sought: string): boolean {
  const text = [
    entry.id,
    ...Object.values(entry.names.label),
    ...Object.values(entry.names.synonyms).flat(),
    entry.description,
    ...('formula' in entry ? [entry.formula] : []),
    ...('values' in entry ? entry.values : []),
  ]
    .join(' ')
    .toLowerCase();
  return sought
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
