import { signal } from '@preact/signals';
import { get } from '../api/http';
import { approximate } from '../api/json';
import type { Operations } from '../api/operations';
import { Problem } from '../api/problem';

export const WINDOWS = [1, 6, 24, 168] as const;
const EVERY_MS = 15_000;

export const hours = signal<number>(24);
export const paused = signal(false);
export const operations = signal<Operations | null>(null);
export const problem = signal<Problem | null>(null);

let abort: AbortController | null = null;

/** Loads what the services have recorded; what was loaded before stays on show if this does not succeed. */
export async function load(): Promise<void> {
  abort?.abort();
  const mine = new AbortController();
  abort = mine;
  try {
    const path = `/v1/admin/operations?hours=${hours.value}`;
    // Milliseconds to look at: no digit that a plain number loses matters here.
    operations.value = approximate(await get<Operations>(path, mine.signal)) as Operations;
    problem.value = null;
  } catch (failure) {
    if (!mine.signal.aborted) {
      problem.value = Problem.from(failure);
    }
  }
}

/** Loads again and again while somebody looks. @returns ends it */
export function follow(): () => void {
  void load();
  const timer = setInterval(() => {
    if (!paused.value && !document.hidden) {
      void load();
    }
  }, EVERY_MS);
  return () => {
    clearInterval(timer);
    abort?.abort();
  };
}
