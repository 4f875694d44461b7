import type { Calculation, Comparison, Entities, Filter, Period, TaskSpec } from '../api/types';
import { labelOf } from '../catalogue/store';
import { capital, days, words } from '../ui/words';

const OPERATORS: Record<Filter['op'], string> = {
  '=': 'is',
  '!=': 'is not',
  '<': 'below',
  '<=': 'at most',
  '>': 'above',
  '>=': 'at least',
  in: 'is one of',
  not_in: 'is none of',
  contains: 'contains',
  is_null: 'is empty',
};

export function operatorWords(op: Filter['op']): string {
  return OPERATORS[op];
}

export function list(ids: readonly string[], last = 'and'): string {
  const names = ids.map((id) => labelOf(id));
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${last} ${names.at(-1) ?? ''}`;
}

export function periodWords(time: Period): string {
  const span =
    time.range != null ? words(time.range) : time.start != null && time.end != null ? days(time.start, time.end) : 'the usual period';
  return time.grain == null ? span : `${span}, by ${time.grain}`;
}

export function compareWords(compare: Comparison): string {
  switch (compare.kind) {
    case 'previous_period':
      return 'the period before';
    case 'previous_year':
      return 'the year before';
    case 'explicit':
      return compare.start != null && compare.end != null ? days(compare.start, compare.end) : 'other days';
  }
}

export function filterWords(filter: Filter): string {
  const value = filter.value == null ? '' : Array.isArray(filter.value) ? filter.value.join(', ') : filter.value.toString();
  return `${labelOf(filter.field)} ${operatorWords(filter.op)} ${value}`.trim();
}

/** "share of total", "7-point moving average of Spend". */
export function calculationWords(calculation: Calculation): string {
  const window = calculation.window == null ? '' : `${calculation.window}-point `;
  const days = calculation.horizon_days == null ? '' : `, ${calculation.horizon_days} days ahead`;
  const of = calculation.of ?? calculation.metric;
  return `${window}${words(calculation.kind)}${of == null ? '' : ` of ${labelOf(of)}`}${days}`;
}

/** The dimensions that are narrowed, with what is kept. */
export function kept(entities: Entities | null | undefined): [string, string[]][] {
  return Object.entries(entities ?? {}).flatMap(([dimension, values]) =>
    values !== null && values.length > 0 ? [[dimension, values] as [string, string[]]] : [],
  );
}

/** A task in words near to those that ask for it: "Top 5 Net sales by Product, State Delhi, last month". */
export function taskWords(task: TaskSpec): string {
  return [
    subject(task),
    ...kept(task.entities).map(([dimension, values]) => `${labelOf(dimension)} ${values.join(' or ')}`),
    ...(task.filters ?? []).map(filterWords),
    ...(task.scopes ?? []).map(
      (scope) =>
        `${list(scope.metrics)} of ${kept(scope.entities)
          .map(([, values]) => values.join(' or '))
          .join(', ')}`,
    ),
    ...(task.calculations ?? []).map(calculationWords),
    task.time == null ? '' : periodWords(task.time),
    task.compare == null ? '' : `against ${compareWords(task.compare)}`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function subject(task: TaskSpec): string {
  const groups = (task.group_by ?? []).filter((dimension) => dimension !== 'date' || task.time?.grain == null);
  const top = task.limit == null ? '' : `Top ${task.limit} `;
  const by = groups.length === 0 ? '' : ` by ${list(groups)}`;
  const why = task.diagnosis == null ? '' : `${capital(words(task.diagnosis.kind))}: `;
  const what = list(task.metrics) || helpWords(task) || 'Everything';
  return `${why}${top}${what}${by}`;
}

function helpWords(task: TaskSpec): string {
  return task.help == null ? '' : capital([words(task.help.topic), task.help.id == null ? '' : labelOf(task.help.id)].join(' ').trim());
}
