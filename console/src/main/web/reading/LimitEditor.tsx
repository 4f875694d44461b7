import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { Direction, TaskSpec } from '../api/types';
import { labelOf } from '../catalogue/store';
import { withLimit } from './edits';

/** How many rows, and which of them come first. */
export function LimitEditor({ task, onApply }: { task: TaskSpec; onApply: (changed: TaskSpec) => void }) {
  const id = useId();
  const order = task.order_by?.[0];
  const limit = useSignal(task.limit == null ? '' : String(task.limit));
  const field = useSignal(order?.field ?? '');
  const direction = useSignal<Direction>(order?.direction ?? 'desc');
  const fields = [...new Set([...task.metrics, ...(task.group_by ?? []), ...(order === undefined ? [] : [order.field])])];
  const valid = limit.value === '' || /^[1-9]\d{0,5}$/.test(limit.value);
  const apply = () =>
    onApply(
      withLimit(task, limit.value === '' ? null : Number(limit.value), field.value === '' ? null : { field: field.value, direction: direction.value }),
    );
  return (
    <form
      class="editor"
      onSubmit={(event) => {
        event.preventDefault();
        if (valid) {
          apply();
        }
      }}
    >
      <h3>Rows</h3>
      <label for={`${id}-limit`}>How many (empty for all)</label>
      <input id={`${id}-limit`} class="field" inputMode="numeric" value={limit.value} aria-invalid={!valid} onInput={(event) => (limit.value = event.currentTarget.value.trim())} />
      <label for={`${id}-field`}>Ordered by</label>
      <select id={`${id}-field`} class="field" value={field.value} onChange={(event) => (field.value = event.currentTarget.value)}>
        <option value="">As usual</option>
        {fields.map((name) => (
          <option key={name} value={name}>
            {labelOf(name)}
          </option>
        ))}
      </select>
      <label for={`${id}-direction`}>First</label>
      <select id={`${id}-direction`} class="field" value={direction.value} disabled={field.value === ''} onChange={(event) => (direction.value = event.currentTarget.value as Direction)}>
        <option value="desc">Highest</option>
        <option value="asc">Lowest</option>
      </select>
      <p class="field-fault" role="alert">
        {valid ? '' : 'Write a whole number of at least 1, or nothing.'}
      </p>
      <div class="editor-foot">
        <button type="submit" class="button button-primary" disabled={!valid}>
          Run again
        </button>
      </div>
    </form>
  );
}
