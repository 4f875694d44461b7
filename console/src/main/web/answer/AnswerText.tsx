import type { ComponentChildren } from 'preact';
import type { Answer, Figure } from '../api/types';
import { digits } from '../ui/numbers';
import { words } from '../ui/words';
import { languageOf } from './around';

/** The words of an answer; each figure in them shows where it comes from. */
export function AnswerText({ answer, onPoint }: { answer: Answer; onPoint: (figure: Figure | null) => void }) {
  return (
    <p class="answer-text" lang={languageOf(answer)}>
      {parts(answer.text, answer.figures, onPoint)}
    </p>
  );
}

function parts(text: string, figures: Figure[], onPoint: (figure: Figure | null) => void): ComponentChildren[] {
  const pieces: ComponentChildren[] = [];
  let at = 0;
  for (const figure of [...figures].sort((left, right) => left.from - right.from)) {
    if (figure.from < at || figure.to > text.length) {
      continue; // words that were added behind may have moved nothing, but a figure is never shown twice
    }
    pieces.push(text.slice(at, figure.from));
    pieces.push(
      <span
        key={figure.from}
        class="figure"
        title={origin(figure)}
        onPointerEnter={() => onPoint(figure)}
        onPointerLeave={() => onPoint(null)}
      >
        {text.slice(figure.from, figure.to)}
      </span>,
    );
    at = figure.to;
  }
  pieces.push(text.slice(at));
  return pieces;
}

function origin(figure: Figure): string {
  const where =
    figure.formula ?? (figure.column === undefined ? '' : `${words(figure.column)}, ${figure.row === undefined ? 'totals' : `row ${figure.row + 1}`}`);
  return `${digits(figure.value)} (${where})`;
}
