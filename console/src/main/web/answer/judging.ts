import { signal } from '@preact/signals';
import { getIfThere, post } from '../api/http';
import type { Feedback } from '../api/kept';
import type { TaskSpec } from '../api/types';
import { request } from '../reading/edits';

/** What the caller thinks of answers, by their ids, as far as it is known here. */
export const judged = signal<ReadonlyMap<string, Feedback>>(new Map());

function know(answerId: string, feedback: Feedback): void {
  judged.value = new Map(judged.value).set(answerId, feedback);
}

const path = (answerId: string) => `/v1/answers/${encodeURIComponent(answerId)}/feedback`;

/** Keeps it in the place of what was said before. @throws Problem if it was not kept */
export async function judge(answerId: string, feedback: Feedback): Promise<void> {
  await post(path(answerId), feedback);
  know(answerId, feedback);
}

/** What was said of an answer on another day. */
export async function recall(answerId: string): Promise<void> {
  try {
    const before = await getIfThere<Feedback>(path(answerId));
    if (before !== null) {
      know(answerId, { thumb: before.thumb, comment: before.comment ?? null });
    }
  } catch {
    // What was thought of it then is no reason to trouble anybody now.
  }
}

/** Whoever has called an answer wrong and then changes what was understood has said how it was meant. */
export async function correct(answerId: string, meant: TaskSpec): Promise<void> {
  const before = judged.value.get(answerId);
  if (before?.thumb !== 'down') {
    return;
  }
  try {
    await judge(answerId, { ...before, correction: request(meant) });
  } catch {
    // The changed task is answered all the same.
  }
}
