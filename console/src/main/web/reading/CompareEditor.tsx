import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { ComparisonKind, TaskSpec } from '../api/types';
import { withCompare } from './edits';
import { compareWords } from './taskWords';

const NOTHING = 'nothing';

/** Which earlier days the period is held against. */
export function CompareEditor({ task, onApply }: { task: TaskSpec; onApply: (changed: TaskSpec) => void }) {
  const id = useId();
  const kind = useSignal<string>(task.compare?.kind ?? NOTHING);
  const options: [string, string][] = [
    [NOTHING, 'Nothing'],
    ['previous_period', 'The period before'],
    ['previous_year', 'The same days a year before'],
    ...(task.compare?.kind === 'explicit' ? [['explicit', compareWords(task.compare)] as [string, string]] : []),
  ];
  const apply = () => {
    const same = task.compare != null && task.compare.kind === kind.value;
    onApply(withCompare(task, kind.value === NOTHING ? null : same ? (task.compare ?? null) : { kind: kind.value as ComparisonKind }));
  };
  return (
    <form
      class="editor"
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <fieldset>
        <legend>Compare with</legend>
        {options.map(([value, label]) => (
          <label key={value} class="check" for={`${id}-${value}`}>
            <input id={`${id}-${value}`} type="radio" name={id} checked={kind.value === value} onChange={() => (kind.value = value)} />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
      <div class="editor-foot">
        <button type="submit" class="button button-primary">
          Run again
        </button>
      </div>
    </form>
  );
}
