import { useSignal } from '@preact/signals';
import type { TargetedKeyboardEvent } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { dimensions, metrics } from '../catalogue/store';
import { Icon } from '../ui/Icon';
import { draft, write } from './draft';
import { recentQuestions } from './history';
import { suggestionsFor } from './suggestions';
import type { Suggestion } from './suggestions';

const TALLEST = 180;

/** Where a question is written, with completion from the catalogue and from what was asked before. */
export function QuestionBox({ onAsk, busy, followsUp }: { onAsk: (question: string) => void; busy: boolean; followsUp: boolean }) {
  const field = useRef<HTMLTextAreaElement>(null);
  // Where the writer is while completion is wanted; what is offered follows, also when the catalogue comes later.
  const caret = useSignal<number | null>(null);
  const chosen = useSignal(-1);
  const written = draft.value;
  useEffect(() => {
    grow(field.current, written);
  }, [written]);
  useSlashToFocus(field);

  const offered =
    caret.value === null
      ? []
      : suggestionsFor(written, caret.value, recentQuestions.value, metrics.value, dimensions.value);
  const withdraw = () => {
    caret.value = null;
    chosen.value = -1;
  };
  const take = (suggestion: Suggestion) => {
    // At once, not with the next drawing: by then the writer may have gone on.
    if (field.current !== null) {
      field.current.value = suggestion.result;
      field.current.setSelectionRange(suggestion.caret, suggestion.caret);
      field.current.focus();
    }
    write(suggestion.result);
    withdraw();
  };
  const submit = () => {
    const question = draft.value.trim();
    if (question !== '' && !busy) {
      withdraw();
      onAsk(question);
    }
  };
  const onKey = (event: TargetedKeyboardEvent<HTMLTextAreaElement>) => {
    const count = offered.length;
    const picked = offered[chosen.value];
    if (event.isComposing) {
      return; // the Enter that ends a word of an input method is not ours
    }
    if (event.key === 'ArrowDown' && count > 0) {
      event.preventDefault();
      chosen.value = (chosen.value + 1) % count;
    } else if (event.key === 'ArrowUp' && count > 0) {
      event.preventDefault();
      chosen.value = chosen.value <= 0 ? count - 1 : chosen.value - 1;
    } else if (event.key === 'Escape') {
      withdraw();
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      if (picked) {
        take(picked);
      } else {
        submit();
      }
    }
  };

  return (
    <form
      class="question-box"
      role="search"
      aria-label="Ask a question"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label class="hidden" for="question">
        Your question
      </label>
      <textarea
        ref={field}
        id="question"
        rows={1}
        maxLength={2000}
        value={written}
        placeholder={followsUp ? 'Ask a follow-up: “and for Mumbai?”, “by week instead”' : 'Ask about your ads and sales'}
        autocomplete="off"
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls="suggestions"
        {...(chosen.value >= 0 ? { 'aria-activedescendant': `suggestion-${chosen.value}` } : {})}
        onInput={(event) => {
          write(event.currentTarget.value);
          caret.value = event.currentTarget.selectionStart;
          chosen.value = -1;
        }}
        onKeyDown={onKey}
        onBlur={withdraw}
      />
      <button class="send" type="submit" aria-label="Ask" disabled={busy || draft.value.trim() === ''}>
        <Icon name="send" />
      </button>
      <ul id="suggestions" class="suggestions" role="listbox" aria-label="Suggestions" hidden={offered.length === 0}>
        {offered.map((suggestion, at) => (
          <li
            key={suggestion.kind + suggestion.text}
            id={`suggestion-${at}`}
            role="option"
            aria-selected={at === chosen.value}
            onPointerDown={(event) => {
              event.preventDefault();
              take(suggestion);
            }}
          >
            <span>{suggestion.text}</span>
            <span class="muted">{suggestion.kind}</span>
          </li>
        ))}
      </ul>
    </form>
  );
}

function grow(field: HTMLTextAreaElement | null, written: string): void {
  if (field !== null) {
    field.style.height = 'auto';
    field.style.height = written === '' ? '' : `${Math.min(field.scrollHeight, TALLEST)}px`;
  }
}

/** `/` leads to the box from anywhere where nothing is being written. */
function useSlashToFocus(field: { current: HTMLTextAreaElement | null }): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const writing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
      if (event.key === '/' && !writing && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        field.current?.focus();
      }
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [field]);
}
