import { effect, untracked } from '@preact/signals';
import { getIfThere } from '../api/http';
import type { Me } from '../api/kept';
import { loadConversations, loadRecentQuestions } from '../ask/history';
import { wipe } from '../ask/wipe';
import { loadCatalogue } from '../catalogue/store';
import { replacesSomebody } from '../login/person';
import { me, token } from '../login/session';

/** From now on asks, at each login, for what the page shows of the one who logged in. */
export function followLogin(): void {
  effect(() => {
    const bearer = token.value;
    if (bearer !== null) {
      untracked(() => {
        greet(bearer);
      });
    }
  });
}

function greet(bearer: string): void {
  if (replacesSomebody(bearer)) {
    wipe();
  }
  void loadMe();
  void loadCatalogue();
  void loadConversations();
  void loadRecentQuestions();
}

async function loadMe(): Promise<void> {
  try {
    me.value = await getIfThere<Me>('/v1/me');
  } catch {
    me.value = null; // a login that is over has been noticed where it was sent
  }
}
