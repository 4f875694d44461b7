import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { Choice } from './choices';

const SEARCH_FROM = 8;

interface Props {
  title: string;
  choices: Choice[];
  chosen: string[];
  /** How many have to stay chosen. */
  least: number;
  /** Whether something can be written that is not in the list. */
  mayAdd?: boolean;
  onApply: (chosen: string[]) => void;
}

/** Some of many, found by typing. */
export function CheckList({ title, choices, chosen, least, mayAdd = false, onApply }: Props) {
  const id = useId();
  const now = useSignal(chosen);
  const sought = useSignal('');
  const query = sought.value.trim().toLowerCase();
  const found = choices.filter((choice) => choice.label.toLowerCase().includes(query));
  const addable = mayAdd && query !== '' && !found.some((choice) => choice.label.toLowerCase() === query);

  const toggle = (value: string) => {
    now.value = now.value.includes(value) ? now.value.filter((other) => other !== value) : [...now.value, value];
  };

  return (
    <form
      class="editor"
      onSubmit={(event) => {
        event.preventDefault();
        if (now.value.length >= least) {
          onApply(now.value);
        }
      }}
    >
      <h3>{title}</h3>
      {(choices.length >= SEARCH_FROM || mayAdd) && (
        <input
          class="field"
          type="search"
          aria-label={`Find in ${title}`}
          placeholder={mayAdd ? 'Find, or write another' : 'Find'}
          value={sought.value}
          onInput={(event) => (sought.value = event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && addable) {
              event.preventDefault();
              toggle(sought.value.trim());
              sought.value = '';
            }
          }}
        />
      )}
      <div class="check-list" role="group" aria-label={title}>
        {now.value
          .filter((value) => !choices.some((choice) => choice.id === value))
          .map((value) => (
            <Line key={value} id={`${id}-${value}`} choice={{ id: value, label: value, note: '' }} on toggle={toggle} />
          ))}
        {found.map((choice) => (
          <Line key={choice.id} id={`${id}-${choice.id}`} choice={choice} on={now.value.includes(choice.id)} toggle={toggle} />
        ))}
        {found.length === 0 && !addable && <p class="muted">Nothing is called that.</p>}
        {addable && (
          <button type="button" class="link" onClick={() => toggle(sought.value.trim())}>
            Add “{sought.value.trim()}”
          </button>
        )}
      </div>
      <div class="editor-foot">
        <span class="muted">{now.value.length < least ? 'Choose at least one.' : `${now.value.length} chosen`}</span>
        <button type="submit" class="button button-primary" disabled={now.value.length < least}>
          Run again
        </button>
      </div>
    </form>
  );
}

function Line({ id, choice, on, toggle }: { id: string; choice: Choice; on: boolean; toggle: (id: string) => void }) {
  return (
    <label class="check" for={id} title={choice.note}>
      <input id={id} type="checkbox" checked={on} onChange={() => toggle(choice.id)} />
      <span>{choice.label}</span>
    </label>
  );
}
