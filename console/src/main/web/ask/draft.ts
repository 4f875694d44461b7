import { signal } from '@preact/signals';

const KEY = 'asktrail.draft';

/** What stands in the question box; it outlives a login that ends and a page that is loaded again. */
export const draft = signal(sessionStorage.getItem(KEY) ?? '');

export function write(text: string): void {
  draft.value = text;
  sessionStorage.setItem(KEY, text);
}
