import type { Calculation, Comparison, Filter, Period, TaskSpec } from '../api/types';
import { labelOf } from '../catalogue/store';
import { daysIn } from '../ui/words';

/** The parts of a task in Hindi, for the chips above a Hindi answer. */

const RANGES: Record<string, string> = {
  today: 'आज',
  yesterday: 'कल',
  this_week: 'इस सप्ताह',
  last_week: 'पिछले सप्ताह',
  this_month: 'इस महीने',
  last_month: 'पिछले महीने',
  this_quarter: 'इस तिमाही',
  last_quarter: 'पिछली तिमाही',
  this_year: 'इस साल',
  last_year: 'पिछले साल',
  this_fiscal_year: 'इस वित्त वर्ष',
  last_fiscal_year: 'पिछले वित्त वर्ष',
};

const GRAINS: Record<NonNullable<Period['grain']>, string> = {
  day: 'दिन',
  week: 'सप्ताह',
  month: 'महीने',
  quarter: 'तिमाही',
  year: 'साल',
};

const CALCULATIONS: Record<string, string> = {
  share_of_total: 'कुल में हिस्सेदारी',
  running_total: 'संचयी योग',
  moving_average: 'गतिमान औसत',
  rank: 'क्रम',
  per_day: 'प्रति दिन',
  count: 'गिनती',
  forecast: 'पूर्वानुमान',
  others: 'बाकी सभी',
  pivot: 'आमने-सामने',
};

export function periodInHindi(time: Period): string {
  const last = /^last_(\d+)_days$/.exec(time.range ?? '')?.[1];
  const range = last === undefined ? RANGES[time.range ?? ''] : `पिछले ${last} दिन`;
  const span = range ?? (time.start != null && time.end != null ? daysIn('hi', time.start, time.end) : 'सामान्य अवधि');
  return time.grain == null ? span : `${span}, ${GRAINS[time.grain]} के अनुसार`;
}

export function compareInHindi(compare: Comparison): string {
  switch (compare.kind) {
    case 'previous_period':
      return 'पिछली अवधि';
    case 'previous_year':
      return 'पिछला साल';
    case 'explicit':
      return compare.start != null && compare.end != null ? daysIn('hi', compare.start, compare.end) : 'दूसरे दिन';
  }
}

export function filterInHindi(filter: Filter): string {
  const name = labelOf(filter.field, 'hi');
  const value = filter.value == null ? '' : Array.isArray(filter.value) ? filter.value.join(', ') : filter.value.toString();
  switch (filter.op) {
    case 'in':
      return `${name} इनमें से: ${value}`;
    case 'not_in':
      return `${name} इनके अलावा: ${value}`;
    case 'contains':
      return `${name} में ${value}`;
    case 'is_null':
      return `${name} खाली`;
    default:
      return `${name} ${filter.op} ${value}`;
  }
}

export function calculationInHindi(calculation: Calculation): string {
  const of = calculation.of ?? calculation.metric;
  return [
    CALCULATIONS[calculation.kind] ?? calculation.kind,
    of == null ? '' : `(${labelOf(of, 'hi')})`,
    calculation.window == null ? '' : `${calculation.window} का`,
    calculation.horizon_days == null ? '' : `${calculation.horizon_days} दिन आगे`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

export function rowsInHindi(task: TaskSpec): string {
  const order = task.order_by?.[0];
  const by = order === undefined ? '' : `, ${order.direction === 'desc' ? 'सबसे ज़्यादा' : 'सबसे कम'} ${labelOf(order.field, 'hi')} पहले`;
  return task.limit == null ? `सभी${by}` : `पहली ${task.limit}${by}`;
}
