import { useEffect } from 'preact/hooks';
import { AnswerCard } from '../answer/AnswerCard';
import { catalogueProblem } from '../catalogue/store';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Announcer } from './Announcer';
import { Examples } from './Examples';
import { Progress } from './Progress';
import { QuestionBox } from './QuestionBox';
import { again, ask, cancel, conversationId, isRunning, turns } from './thread';
import type { Turn } from './thread';

/** Questions, answers, and the box for the next one. */
export function AskPage() {
  const shown = turns.value;
  const newest = shown.at(-1)?.key;
  useEffect(() => {
    document.getElementById(`turn-${newest ?? 0}`)?.scrollIntoView({ block: 'start', behavior: 'smooth' });
  }, [newest]);

  return (
    <div class={shown.length === 0 ? 'ask ask-empty' : 'ask'}>
      <div class="thread">
        {catalogueProblem.value !== null && catalogueProblem.value.status !== 401 && (
          <ProblemNotice problem={catalogueProblem.value} />
        )}
        {shown.length === 0 && (
          <header class="welcome">
            <h1>What do you want to know?</h1>
            <p class="lead">Ask in plain words. You get the number, the table, the chart, and the trail behind them.</p>
          </header>
        )}
        {shown.map((turn) => (
          <TurnView key={turn.key} turn={turn} />
        ))}
      </div>
      <Announcer />
      <div class="dock">
        <QuestionBox
          onAsk={(question) => void ask(question)}
          busy={isRunning.value}
          followsUp={conversationId.value !== null}
        />
        {shown.length > 0 && (
          <p class="dock-note">Every number comes from your sources. The trail under each answer shows how.</p>
        )}
      </div>
      {shown.length === 0 && <Examples />}
    </div>
  );
}

function TurnView({ turn }: { turn: Turn }) {
  return (
    <article id={`turn-${turn.key}`} class="turn" aria-labelledby={`title-${turn.key}`} aria-busy={turn.state === 'running'}>
      <h2 id={`title-${turn.key}`} class="turn-title">
        {turn.title}
      </h2>
      {turn.state === 'running' && <Progress turn={turn} onCancel={() => cancel(turn)} />}
      {turn.state === 'cancelled' && <Stopped turn={turn} />}
      {turn.problem !== null && <ProblemNotice problem={turn.problem} onAgain={() => void again(turn)} />}
      {turn.answer !== null && <AnswerCard answer={turn.answer} turnKey={turn.key} isOld={turn.what.kind === 'stored'} />}
    </article>
  );
}

function Stopped({ turn }: { turn: Turn }) {
  return (
    <p class="notice">
      You stopped this question.{' '}
      <button type="button" class="link" onClick={() => void again(turn)}>
        Ask it again
      </button>
    </p>
  );
}
