import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';

interface Props {
  /** What the button shows. */
  trigger: ComponentChildren;
  /** What the opened box is called by a screen reader. */
  label: string;
  class?: string;
  describedBy?: string;
  children: (close: () => void) => ComponentChildren;
}

const GAP = 6;
const EDGE = 8;

/**
 * A button that opens a box beside it. The browser's own popover closes it by Escape and by a click elsewhere; its
 * content is made when it opens, so that an editor always begins with what is there now.
 */
export function Popover({ trigger, label, class: name, children }: Props) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);

  const toggled = (event: Event & { newState?: string }) => {
    const isOpen = event.newState === 'open';
    setOpen(isOpen);
    if (isOpen) {
      requestAnimationFrame(() => {
        place(button.current, box.current);
        firstField(box.current)?.focus();
      });
    }
  };
  const close = () => {
    box.current?.hidePopover();
    button.current?.focus();
  };

  return (
    <>
      <button
        ref={button}
        type="button"
        class={name ?? 'button'}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => box.current?.togglePopover()}
      >
        {trigger}
      </button>
      <div ref={box} id={id} class="popover" popover="auto" role="dialog" aria-label={label} onToggle={toggled}>
        {open && children(close)}
      </div>
    </>
  );
}

function firstField(box: HTMLElement | null): HTMLElement | null {
  return box?.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea, button') ?? null;
}

/** Under the button, or over it where there is no room; the phone's style sheet makes a sheet of it instead. */
function place(button: HTMLElement | null, box: HTMLElement | null): void {
  if (button === null || box === null || matchMedia('(max-width: 640px)').matches) {
    return;
  }
  const at = button.getBoundingClientRect();
  const size = box.getBoundingClientRect();
  const left = Math.min(Math.max(EDGE, at.left), innerWidth - size.width - EDGE);
  const below = at.bottom + GAP;
  const top = below + size.height > innerHeight - EDGE ? Math.max(EDGE, at.top - GAP - size.height) : below;
  box.style.left = `${left}px`;
  box.style.top = `${top}px`;
}
