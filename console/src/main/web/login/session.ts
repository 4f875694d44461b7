import { computed, signal } from '@preact/signals';
import type { Me } from '../api/kept';

const KEY = 'asktrail.token';

/** The token that requests are sent with; null if nobody is logged in. Kept for this tab alone. */
export const token = signal<string | null>(sessionStorage.getItem(KEY));

/** Why a new login is asked for; null for the first one. */
export const reason = signal<string | null>(null);

/** Who the token says we are; null until it is known, or where the service does not tell. */
export const me = signal<Me | null>(null);

export const isLoggedIn = computed(() => token.value !== null);

export function logIn(fresh: string): void {
  sessionStorage.setItem(KEY, fresh);
  reason.value = null;
  token.value = fresh;
}

/** @param why a sentence for the reader; null if they wanted it so */
export function logOut(why: string | null): void {
  sessionStorage.removeItem(KEY);
  // The gateway goes on with how a program logs in; people have the form below it.
  reason.value = why?.split(" Send 'Authorization")[0] ?? null;
  token.value = null;
  me.value = null;
}

/** Takes a token out of `#token=…`, where `./asktrail open` puts it, so that it stays in no address and no history. */
export function takeTokenFromAddress(): void {
  const given = /^#token=([\w.~+/=-]+)$/.exec(location.hash)?.[1];
  if (given === undefined) {
    return;
  }
  history.replaceState(null, '', `${location.pathname}#/`);
  logIn(given);
}
