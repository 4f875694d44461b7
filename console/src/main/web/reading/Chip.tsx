import type { ComponentChildren } from 'preact';
import type { TaskSpec } from '../api/types';
import { Icon } from '../ui/Icon';
import { Popover } from '../ui/Popover';

interface Props {
  name: string;
  value: string;
  /** The same in other words: the dates of a relative period, what the question said. */
  said?: string | undefined;
  /** What the button offers where the task says nothing of it. */
  offer?: string | undefined;
  apply: (changed: TaskSpec) => void;
  /** The editor; `done` makes of a change what closes the box and runs the changed task. */
  children: (done: <T>(change: (given: T) => TaskSpec) => (given: T) => void) => ComponentChildren;
}

/** One part of what was understood, and the box to change it. */
export function Chip({ name, value, said, offer, apply, children }: Props) {
  return (
    <Popover
      label={`Change: ${name}`}
      class={offer === undefined ? 'chip' : 'chip chip-empty'}
      trigger={
        offer === undefined ? (
          <>
            <span class="chip-name">{name}</span> <span class="chip-value">{value}</span>
            {said !== undefined && <span class="chip-said">{said}</span>}
            <Icon name="chevron" />
          </>
        ) : (
          <>
            <Icon name="plus" /> {offer}
          </>
        )
      }
    >
      {(close) =>
        children((change) => (given) => {
          close();
          apply(change(given));
        })
      }
    </Popover>
  );
}
