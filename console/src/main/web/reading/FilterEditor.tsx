import { useSignal } from '@preact/signals';
import type { Filter, Operator, TaskSpec } from '../api/types';
import { dimensions, isMetric, labelOf, metrics } from '../catalogue/store';
import { Icon } from '../ui/Icon';
import { withFilters } from './edits';
import { readFilter, writeFilter } from './filterText';
import type { FilterText } from './filterText';
import { operatorWords } from './taskWords';

const ON_METRICS: Operator[] = ['>', '>=', '<', '<=', '=', '!='];
const ON_DIMENSIONS: Operator[] = ['=', '!=', 'in', 'not_in', 'contains', 'is_null'];

/** Conditions: on a dimension they keep rows, on a metric groups. */
export function FilterEditor({ task, onApply }: { task: TaskSpec; onApply: (changed: TaskSpec) => void }) {
  const lines = useSignal<FilterText[]>((task.filters ?? []).map(writeFilter));
  const faults = lines.value.map((line) => readFilter(line, isMetric(line.field)));
  const valid = faults.every((fault): fault is Filter => typeof fault !== 'string');

  const set = (at: number, part: Partial<FilterText>) => {
    lines.value = lines.value.map((line, index) => (index === at ? { ...line, ...part } : line));
  };
  const setField = (at: number, field: string) => set(at, { field, op: (isMetric(field) ? ON_METRICS : ON_DIMENSIONS)[0] ?? '=' });

  return (
    <form
      class="editor editor-wide"
      onSubmit={(event) => {
        event.preventDefault();
        const read = lines.value.map((line) => readFilter(line, isMetric(line.field)));
        if (valid) {
          onApply(withFilters(task, read.filter((filter) => typeof filter !== 'string')));
        }
      }}
    >
      <h3>Only if</h3>
      {lines.value.length === 0 && <p class="muted">No condition yet.</p>}
      {lines.value.map((line, at) => (
        <div class="condition" key={at} role="group" aria-label={`Condition ${at + 1}`}>
          <select class="field" aria-label="Field" value={line.field} onChange={(event) => setField(at, event.currentTarget.value)}>
            <optgroup label="Metrics">
              {metrics.value.map((metric) => (
                <option key={metric.id} value={metric.id}>
                  {labelOf(metric.id)}
                </option>
              ))}
            </optgroup>
            <optgroup label="Dimensions">
              {dimensions.value.map((dimension) => (
                <option key={dimension.id} value={dimension.id}>
                  {labelOf(dimension.id)}
                </option>
              ))}
            </optgroup>
          </select>
          <select class="field" aria-label="Comparison" value={line.op} onChange={(event) => set(at, { op: event.currentTarget.value as Operator })}>
            {(isMetric(line.field) ? ON_METRICS : ON_DIMENSIONS).map((op) => (
              <option key={op} value={op}>
                {operatorWords(op)}
              </option>
            ))}
          </select>
          {line.op !== 'is_null' && (
            <input class="field" aria-label="Value" value={line.value} onInput={(event) => set(at, { value: event.currentTarget.value })} />
          )}
          <button type="button" class="button button-quiet" aria-label={`Remove condition ${at + 1}`} onClick={() => (lines.value = lines.value.filter((_, index) => index !== at))}>
            <Icon name="trash" />
          </button>
          {typeof faults[at] === 'string' && <p class="field-fault">{faults[at]}</p>}
        </div>
      ))}
      <button
        type="button"
        class="link"
        onClick={() => (lines.value = [...lines.value, { field: task.metrics[0] ?? metrics.value[0]?.id ?? '', op: '>', value: '' }])}
      >
        Add a condition
      </button>
      <p class="muted">Rates are written with % (40 %) or as a fraction (0.4).</p>
      <div class="editor-foot">
        <button type="submit" class="button button-primary" disabled={!valid}>
          Run again
        </button>
      </div>
    </form>
  );
}
