import { dimensions, labelOf, metrics } from '../catalogue/store';

/** One line of a list to choose from. */
export interface Choice {
  id: string;
  label: string;
  note: string;
}

export function metricChoices(): Choice[] {
  return metrics.value.map((metric) => ({ id: metric.id, label: labelOf(metric.id), note: metric.description }));
}

export function dimensionChoices(): Choice[] {
  return dimensions.value.map((dimension) => ({ id: dimension.id, label: labelOf(dimension.id), note: dimension.description }));
}
