import { EventSourceParserStream } from 'eventsource-parser/stream';
import { send } from './http';
import { read } from './json';
import { Problem } from './problem';
import type { Answer, Stage } from './types';

export interface AskRequest {
  question: string;
  conversation_id?: string;
}

/**
 * Asks, and tells each stage as it happens.
 *
 * @throws Problem if no answer comes; whatever `signal` throws if it was cancelled, which stops the work inside too
 */
export async function askStream(
  request: AskRequest,
  onStage: (stage: Stage) => void,
  signal: AbortSignal,
): Promise<Answer> {
  const response = await send('POST', '/v1/ask', { body: request, accept: 'text/event-stream', signal });
  return readStages(response, onStage, signal);
}

/** The stages of a stream, and the answer that it ends with. */
export async function readStages(
  response: Response,
  onStage: (stage: Stage) => void,
  signal: AbortSignal,
): Promise<Answer> {
  if (response.body === null) {
    throw Problem.cutOff();
  }
  const events = response.body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream());
  const reader = events.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      const { event, data } = next.value;
      switch (event) {
        case 'answer':
          return read<Answer>(data);
        case 'error':
          throw failure(data);
        case 'understood':
        case 'planned':
        case 'step':
        case 'thought':
          onStage({ event, data: read(data) } as Stage);
      }
    }
  } catch (broken) {
    throw broken instanceof Problem || signal.aborted ? broken : Problem.cutOff();
  }
  throw Problem.cutOff();
}

function failure(data: string): Problem {
  const problem = read<{ status?: number; code?: string; detail?: string }>(data);
  return new Problem(problem.status ?? 500, problem.code ?? '', problem.detail ?? 'Asktrail failed at this question.');
}
