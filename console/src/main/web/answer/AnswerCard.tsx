import { useSignal } from '@preact/signals';
import type { Answer, Figure, TaskSpec } from '../api/types';
import { run } from '../ask/thread';
import { Chips } from '../reading/Chips';
import { taskWords } from '../reading/taskWords';
import { Trail } from '../trail/Trail';
import { Icon } from '../ui/Icon';
import { Actions } from './Actions';
import { AnswerText } from './AnswerText';
import { around, languageOf } from './around';
import { ChartView } from './ChartView';
import { Choices } from './Choices';
import { DataTable } from './DataTable';
import { isFewNumbers, Stats } from './Stats';

/** One answer: what was understood, the words, the picture, the numbers, and how they came about. */
export function AnswerCard({ answer, turnKey, isOld }: { answer: Answer; turnKey: number; isOld: boolean }) {
  const pointed = useSignal<Figure | null>(null);
  const language = languageOf(answer);
  const said = around(language);
  const badge = said.badges[answer.status];
  const table = answer.table !== null && answer.table.columns.length > 0 ? answer.table : null;
  const isFew = table !== null && isFewNumbers(table);
  return (
    <div class={`answer answer-${answer.status}`}>
      {answer.task !== null && <Chips task={answer.task} answer={answer} />}
      {badge !== null && <p class={`badge badge-${answer.status}`}>{badge}</p>}
      <AnswerText answer={answer} onPoint={(figure) => (pointed.value = figure)} />
      {answer.clarification !== null && <Choices clarification={answer.clarification} language={language} />}
      {answer.refusal !== null && answer.refusal.nearest.length > 0 && (
        <Choices
          clarification={{
            question: said.instead,
            options: answer.refusal.nearest.map((task, at) => ({ label: nameOf(answer, task, at, answer.refusal?.nearest.length), task })),
          }}
          language={language}
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
        <DataTable table={table} pointed={pointed.value} caption={answer.question ?? said.numbers} turnKey={turnKey} said={said} />
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
    <ul class="notes" aria-label={around(languageOf(answer)).notes}>
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
          <span class="note-kind">{around(languageOf(answer)).assumed}</span>
          <span>{assumption}</span>
        </li>
      ))}
    </ul>
  );
}

function FollowUps({ answer }: { answer: Answer }) {
  return (
    <div class="followups">
      <h3 class="eyebrow">{around(languageOf(answer)).next}</h3>
      <ul>
        {answer.followups.map((task, at) => {
          const title = nameOf(answer, task, at, answer.followups.length);
          return (
            <li key={title}>
              <button type="button" class="pill-button" onClick={() => void run(task, title, languageOf(answer))}>
                {title}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

// The page words tasks in English alone; the service in the language of the answer.
function nameOf(answer: Answer, task: TaskSpec, at: number, all: number | undefined): string {
  const names = answer.followup_names ?? [];
  const name = languageOf(answer) === 'en' || names.length !== all ? undefined : names[at];
  return name ?? taskWords(task);
}
