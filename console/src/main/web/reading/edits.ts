import type { Comparison, Filter, Grain, Ordering, Period, TaskSpec } from '../api/types';

/** Changes of single parts of a task; each gives a whole task that the service can resolve again. */

export function withMetrics(task: TaskSpec, metrics: string[]): TaskSpec {
  const gone = (field: string) => task.metrics.includes(field) && !metrics.includes(field);
  return {
    ...task,
    metrics,
    // What was ordered or narrowed by a metric that is no longer asked for has lost its meaning.
    order_by: (task.order_by ?? []).filter((order) => !gone(order.field)),
    calculations: (task.calculations ?? []).filter((calculation) => calculation.metric == null || !gone(calculation.metric)),
    scopes: (task.scopes ?? [])
      .map((scope) => ({ ...scope, metrics: scope.metrics.filter((metric) => metrics.includes(metric)) }))
      .filter((scope) => scope.metrics.length > 0),
  };
}

export function withGroups(task: TaskSpec, groups: string[]): TaskSpec {
  const time: Period | null = groups.includes('date') ? (task.time ?? null) : withoutGrain(task.time);
  return {
    ...task,
    group_by: groups,
    time,
    order_by: (task.order_by ?? []).filter((order) => task.metrics.includes(order.field) || groups.includes(order.field)),
  };
}

function withoutGrain(time: Period | null | undefined): Period | null {
  return time == null ? null : { ...time, grain: null };
}

/** @param values none lifts the restriction */
export function withEntity(task: TaskSpec, dimension: string, values: string[]): TaskSpec {
  const entities = Object.fromEntries(Object.entries(task.entities ?? {}).filter(([id]) => id !== dimension));
  return { ...task, entities: values.length === 0 ? entities : { ...entities, [dimension]: values } };
}

/** Another period; a comparison that followed from the old one is worked out anew. */
export function withTime(task: TaskSpec, time: Period): TaskSpec {
  const others = (task.group_by ?? []).filter((dimension) => dimension !== 'date');
  return {
    ...task,
    time,
    group_by: time.grain == null ? others : [...others, 'date'],
    compare: task.compare == null || task.compare.kind === 'explicit' ? (task.compare ?? null) : { kind: task.compare.kind },
  };
}

export function relative(task: TaskSpec, range: string, grain: Grain | null): TaskSpec {
  return withTime(task, { range, grain, tz: task.time?.tz ?? null });
}

export function between(task: TaskSpec, start: string, end: string, grain: Grain | null): TaskSpec {
  return withTime(task, { start, end, grain, tz: task.time?.tz ?? null });
}

export function withCompare(task: TaskSpec, compare: Comparison | null): TaskSpec {
  return { ...task, compare };
}

export function withFilters(task: TaskSpec, filters: Filter[]): TaskSpec {
  return { ...task, filters };
}

export function withLimit(task: TaskSpec, limit: number | null, order: Ordering | null): TaskSpec {
  return { ...task, limit, order_by: order === null ? [] : [order] };
}

/** What `/v1/query` is sent: without the fields that say nothing. */
export function request(task: TaskSpec): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries({ ...task, time: task.time == null ? null : set(task.time) }).filter(([, value]) => !saysNothing(value)),
  );
}

function set(time: Period): Record<string, unknown> {
  return Object.fromEntries(Object.entries(time).filter(([, value]) => value != null));
}

function saysNothing(value: unknown): boolean {
  return (
    value == null ||
    (Array.isArray(value) && value.length === 0) ||
    (typeof value === 'object' && Object.keys(value).length === 0)
  );
}
