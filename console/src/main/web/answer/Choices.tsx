import type { Clarification, Language } from '../api/types';
import { run } from '../ask/thread';

/** A question back, and a button for each way to read what was asked. */
export function Choices({ clarification, language }: { clarification: Clarification; language: Language }) {
  return (
    <div class="choices" role="group" aria-label={clarification.question}>
      {clarification.options.map((option) => (
        <button key={option.label} type="button" class="choice" onClick={() => void run(option.task, option.label, language)}>
          {option.label}
        </button>
      ))}
    </div>
  );
}
