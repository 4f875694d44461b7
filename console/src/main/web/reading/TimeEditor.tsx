import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { Grain, TaskSpec } from '../api/types';
import { capital, words } from '../ui/words';
import { between, relative } from './edits';

const RANGES = [
  'yesterday',
  'last_7_days',
  'last_28_days',
  'last_90_days',
  'this_week',
  'last_week',
  'this_month',
  'last_month',
  'this_quarter',
  'last_quarter',
  'this_year',
  'last_year',
  'this_fiscal_year',
  'last_fiscal_year',
];
const GRAINS: Grain[] = ['day', 'week', 'month', 'quarter', 'year'];
const DATES = 'dates';

/** Which days, and whether as one number or as a series. */
export function TimeEditor({ task, onApply }: { task: TaskSpec; onApply: (changed: TaskSpec) => void }) {
  const id = useId();
  const time = task.time ?? {};
  const range = useSignal(time.range ?? DATES);
  const start = useSignal(time.start ?? '');
  const end = useSignal(time.end ?? '');
  const grain = useSignal<Grain | ''>(time.grain ?? '');
  const ranges = RANGES.includes(range.value) || range.value === DATES ? RANGES : [range.value, ...RANGES];
  const fault =
    range.value !== DATES
      ? ''
      : start.value === '' || end.value === ''
        ? 'Give both dates.'
        : end.value < start.value
          ? 'The period ends before it starts: swap the dates.'
          : '';

  const apply = () => {
    const series = grain.value === '' ? null : grain.value;
    onApply(range.value === DATES ? between(task, start.value, end.value, series) : relative(task, range.value, series));
  };

  return (
    <form
      class="editor"
      onSubmit={(event) => {
        event.preventDefault();
        if (fault === '') {
          apply();
        }
      }}
    >
      <h3>When</h3>
      <label for={`${id}-range`}>Period</label>
      <select id={`${id}-range`} class="field" value={range.value} onChange={(event) => (range.value = event.currentTarget.value)}>
        {ranges.map((name) => (
          <option key={name} value={name}>
            {capital(words(name))}
          </option>
        ))}
        <option value={DATES}>Between two dates</option>
      </select>
      {range.value === DATES && (
        <div class="pair">
          <div>
            <label for={`${id}-start`}>From</label>
            <input id={`${id}-start`} class="field" type="date" value={start.value} onInput={(event) => (start.value = event.currentTarget.value)} />
          </div>
          <div>
            <label for={`${id}-end`}>Through</label>
            <input id={`${id}-end`} class="field" type="date" value={end.value} onInput={(event) => (end.value = event.currentTarget.value)} />
          </div>
        </div>
      )}
      <label for={`${id}-grain`}>As a series</label>
      <select id={`${id}-grain`} class="field" value={grain.value} onChange={(event) => (grain.value = event.currentTarget.value as Grain | '')}>
        <option value="">No, the whole period</option>
        {GRAINS.map((name) => (
          <option key={name} value={name}>
            By {name}
          </option>
        ))}
      </select>
      <p class="field-fault" role="alert">
        {fault}
      </p>
      <div class="editor-foot">
        <button type="submit" class="button button-primary" disabled={fault !== ''}>
          Run again
        </button>
      </div>
    </form>
  );
}
