import { useSignal } from '@preact/signals';
import type { Answer, AnswerStatus, Figure } from '../api/types';
import { run } from '../ask/thread';
import { Chips } from '../reading/Chips';
import { taskWords } from '../reading/taskWords';
import { Trail } from '../trail/Trail';
import { Icon } from '../ui/Icon';
import { Actions } from './Actions';
import { AnswerText } from './AnswerText';
import { ChartView } from './ChartView';
import { Choices } from './Choices';
import { DataTable } from './DataTable';
import { isFewNumbers, Stats } from './Stats';

const BADGES: Record<AnswerStatus, string | null> = {
  answered: null,
  partial: 'Part of it is missing',
  clarification: 'Please choose',
  refused: 'Not answered',
  failed: 'Failed',
};

/** One answer: what was understood, the words, the picture, the numbers, and how they came about. */
export function AnswerCard({ answer, turnKey, isOld }: { answer: Answer; turnKey: number; isOld: boolean }) {
  const pointed = useSignal<Figure | null>(null);
  const badge = BADGES[answer.status];
  const table = answer.table !== null && answer.table.columns.length > 0 ? answer.table : null;
  const isFew = table !== null && isFewNumbers(table);
  return (
    <div class={`answer answer-${answer.status}`}>
      {answer.task !== null && <Chips task={answer.task} answer={answer} />}
      {badge !== null && <p class={`badge badge-${answer.status}`}>{badge}</p>}
      <AnswerText answer={answer} onPoint={(figure) => (pointed.value = figure)} />
      {answer.clarification !== null && <Choices clarification={answer.clarification} />}
      {answer.refusal !== null && answer.refusal.nearest.length > 0 && (
        <Choices
          clarification={{
            question: 'What can be answered instead:',
            options: answer.refusal.nearest.map((task) => ({ label: taskWords(task), task })),
          }}
        />
      )}
      {answer.insights.length > 0 && (
        <ul class="insights">
          {answer.insights.map((insight) => (
            <li key={insight}>{insight}</li>
          ))}
        </ul>
      )}
      {answer.chart !== null && !isFew && <ChartView spec={answer.chart} />}
      {table !== null && isFew && <Stats table={table} pointed={pointed.value} />}
      {table !== null && !isFew && (
        <DataTable table={table} pointed={pointed.value} caption={answer.question ?? 'Numbers of this answer'} turnKey={turnKey} />
      )}
      <Notes answer={answer} />
      <Actions answer={answer} isOld={isOld} />
      {answer.followups.length > 0 && <FollowUps answer={answer} />}
      <Trail answer={answer} />
    </div>
  );
}

/** What to know before passing the number on. */
function Notes({ answer }: { answer: Answer }) {
  const moved = answer.since !== undefined && answer.since.status !== 'unchanged' ? answer.since.text : null;
  if (answer.caveats.length + answer.assumptions.length === 0 && moved === null) {
    return null;
  }
  return (
    <ul class="notes" aria-label="Notes">
      {moved !== null && (
        <li class="note note-caveat">
          <Icon name="again" />
          <span>{moved}</span>
        </li>
      )}
      {answer.caveats.map((caveat) => (
        <li key={caveat.code + caveat.text} class="note note-caveat">
          <Icon name="warn" />
          <span>{caveat.text}</span>
        </li>
      ))}
      {answer.assumptions.map((assumption) => (
        <li key={assumption} class="note">
          <span class="note-kind">Assumed</span>
          <span>{assumption}</span>
        </li>
      ))}
    </ul>
  );
}

function FollowUps({ answer }: { answer: Answer }) {
  return (
    <div class="followups">
      <h3 class="eyebrow">Ask next</h3>
      <ul>
        {answer.followups.map((task) => {
          const title = taskWords(task);
          return (
            <li key={title}>
              <button type="button" class="pill-button" onClick={() => void run(task, title)}>
                {title}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
