import { computed, signal } from '@preact/signals';
import { askStream } from '../api/events';
import { get, post } from '../api/http';
import type { ConversationTurns } from '../api/kept';
import { Problem } from '../api/problem';
import type { Answer, Language, Stage, TaskSpec } from '../api/types';
import { request } from '../reading/edits';
import { write } from './draft';
import { loadConversations, rememberQuestion } from './history';

/** One question or task and what has come of it so far. */
export interface Turn {
  key: number;
  /** What stands over the answer. */
  title: string;
  /** How to do it again: in words, as a task, or by looking a stored answer up. */
  what: { kind: 'question'; question: string } | { kind: 'task'; task: TaskSpec; language: Language } | { kind: 'stored'; path: string };
  state: 'running' | 'done' | 'failed' | 'cancelled';
  stages: Stage[];
  answer: Answer | null;
  problem: Problem | null;
}

export const turns = signal<Turn[]>([]);

/** The conversation that the next question continues; null if it begins one. */
export const conversationId = signal<string | null>(null);

export const isRunning = computed(() => turns.value.some((turn) => turn.state === 'running'));

const running = new Map<number, AbortController>();
let lastKey = 0;

function begin(title: string, what: Turn['what']): Turn {
  const turn: Turn = { key: ++lastKey, title, what, state: 'running', stages: [], answer: null, problem: null };
  turns.value = [...turns.value, turn];
  return turn;
}

function change(key: number, part: Partial<Turn>): void {
  turns.value = turns.value.map((turn) => (turn.key === key ? { ...turn, ...part } : turn));
}

/** Asks in words, in the conversation that is open. */
export async function ask(question: string): Promise<void> {
  write('');
  await work(begin(question, { kind: 'question', question }));
}

/** Runs a task as it is; it has no language, so its answer is in that of the answer it was offered by. */
export async function run(task: TaskSpec, title: string, language: Language): Promise<void> {
  await work(begin(title, { kind: 'task', task, language }));
}

/** Does a turn again in its place. */
export async function again(turn: Turn): Promise<void> {
  change(turn.key, { state: 'running', stages: [], answer: null, problem: null });
  await work(turn);
}

export function cancel(turn: Turn): void {
  running.get(turn.key)?.abort();
}

async function work(turn: Turn): Promise<void> {
  const abort = new AbortController();
  running.set(turn.key, abort);
  try {
    const answer = await answerTo(turn, abort.signal);
    change(turn.key, { state: 'done', answer });
    if (turn.what.kind === 'question') {
      conversationId.value = answer.conversation_id;
      rememberQuestion(turn.what.question);
      void loadConversations();
    }
  } catch (failure) {
    if (turn.what.kind === 'question' && failure instanceof Problem && failure.status === 401) {
      write(turn.what.question); // whoever logs in again finds it in the box
    }
    change(
      turn.key,
      abort.signal.aborted ? { state: 'cancelled' } : { state: 'failed', problem: Problem.from(failure) },
    );
  } finally {
    running.delete(turn.key);
  }
}

function answerTo(turn: Turn, signal: AbortSignal): Promise<Answer> {
  switch (turn.what.kind) {
    case 'question': {
      const continued = conversationId.value === null ? {} : { conversation_id: conversationId.value };
      const stages: Stage[] = [];
      const onStage = (stage: Stage) => {
        stages.push(stage);
        change(turn.key, { stages: [...stages] });
      };
      return askStream({ question: turn.what.question, ...continued }, onStage, signal);
    }
    case 'task':
      return post<Answer>('/v1/query', request(turn.what.task), signal, turn.what.language);
    case 'stored':
      return get<Answer>(turn.what.path, signal);
  }
}

export function newConversation(): void {
  running.forEach((abort) => abort.abort());
  turns.value = [];
  conversationId.value = null;
}

/** Shows one stored answer alone: the caller's own, which can be followed up, or one that was shared with them. */
export async function openAnswer(path: string, own: boolean): Promise<void> {
  newConversation();
  const turn = begin('An answer from before', { kind: 'stored', path });
  await work(turn);
  const answer = turns.value.find((shown) => shown.key === turn.key)?.answer;
  if (answer) {
    change(turn.key, { title: answer.question ?? 'A task without words' });
    conversationId.value = own ? answer.conversation_id : null;
  }
}

/** Most of a long conversation is never looked at again; its last answers are. */
const SHOWN = 12;

export async function openConversation(id: string): Promise<void> {
  newConversation();
  const opening = begin('Opening the conversation', { kind: 'stored', path: '' });
  try {
    const conversation = await get<ConversationTurns>(`/v1/conversations/${encodeURIComponent(id)}`);
    turns.value = [];
    conversationId.value = id;
    await Promise.all(
      conversation.turns
        .slice(-SHOWN)
        .map((kept) =>
          work(
            begin(kept.question ?? 'A task without words', {
              kind: 'stored',
              path: `/v1/answers/${encodeURIComponent(kept.answer_id)}?check=false`,
            }),
          ),
        ),
    );
  } catch (failure) {
    change(opening.key, { state: 'failed', problem: Problem.from(failure) });
  }
}
