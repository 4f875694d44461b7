import { describe, expect, it, vi } from 'vitest';
import type { Stage } from '../../main/web/api/types';

vi.stubGlobal('sessionStorage', { getItem: () => null, setItem: () => undefined, removeItem: () => undefined });
const { readStages } = await import('../../main/web/api/events');

/** A stream whose pieces break wherever they like, as those of a network do. */
function stream(text: string, piece = 7): Response {
  const bytes = new TextEncoder().encode(text);
  return new Response(
    new ReadableStream({
      start(controller) {
        for (let at = 0; at < bytes.length; at += piece) {
          controller.enqueue(bytes.slice(at, at + piece));
        }
        controller.close();
      },
    }),
  );
}

const never = new AbortController().signal;

describe('the stream of an answer', () => {
  it('tells the stages in order, and gives the answer', async () => {
    const seen: Stage['event'][] = [];
    const text =
      'event:understood\ndata:{"status":"understood"}\n\n:beat\n\nevent:planned\ndata:{"steps":[]}\n\n' +
      'event:step\ndata:{"step":"ads1"}\n\nevent:answer\ndata:{"id":"ans_1","text":"₹12"}\n\n';

    const answer = await readStages(stream(text), (stage) => seen.push(stage.event), never);

    expect(seen).toEqual(['understood', 'planned', 'step']);
    expect(answer.text).toBe('₹12');
  });

  it('gives the sentence of a failure', async () => {
    const failing = stream('event:error\ndata:{"status":500,"code":"AGENT_DOWN","detail":"Try again."}\n\n');

    await expect(readStages(failing, () => undefined, never)).rejects.toMatchObject({
      code: 'AGENT_DOWN',
      detail: 'Try again.',
    });
  });

  it('does not take half an answer for one', async () => {
    const cut = stream('event:understood\ndata:{"status":"understood"}\n\nevent:answer\ndata:{"id":"ans');

    await expect(readStages(cut, () => undefined, never)).rejects.toMatchObject({ code: 'CUT_OFF' });
  });
});
