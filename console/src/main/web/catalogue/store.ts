import { computed, signal } from '@preact/signals';
import { get } from '../api/http';
import type { Dimension, Metric, Names } from '../api/kept';
import { Problem } from '../api/problem';
import type { Language } from '../api/types';
import { words } from '../ui/words';

export const metrics = signal<Metric[]>([]);
export const dimensions = signal<Dimension[]>([]);
export const catalogueProblem = signal<Problem | null>(null);

/** Loads what this caller may ask for; names are shown as ids until it is there. */
export async function loadCatalogue(): Promise<void> {
  try {
    const [allMetrics, allDimensions] = await Promise.all([
      get<Metric[]>('/v1/metrics'),
      get<Dimension[]>('/v1/dimensions'),
    ]);
    metrics.value = allMetrics;
    dimensions.value = allDimensions;
    catalogueProblem.value = null;
  } catch (failure) {
    catalogueProblem.value = Problem.from(failure);
  }
}

const byId = computed(
  () => new Map<string, { names: Names }>([...metrics.value, ...dimensions.value].map((entry) => [entry.id, entry])),
);

/** What people call a metric, a dimension, or a column derived from one. */
export function labelOf(id: string, language: Language = 'en'): string {
  const label = byId.value.get(id)?.names.label;
  return label?.[language] ?? label?.['en'] ?? words(id);
}

export function isMetric(id: string): boolean {
  return metrics.value.some((metric) => metric.id === id);
}

/** Whether more of a metric is good news; `neutral` for what is neither. */
export function directionOf(id: string): Metric['direction'] {
  return metrics.value.find((metric) => metric.id === id)?.direction ?? 'neutral';
}

export function englishSynonyms(names: Names): string[] {
  return names.synonyms['en'] ?? [];
}
