import { useSignal } from '@preact/signals';
import { conversations, forgetConversation } from '../ask/history';
import { conversationId, newConversation } from '../ask/thread';
import { wipe } from '../ask/wipe';
import { Problem } from '../api/problem';
import { leaveIssuer } from '../login/issuer';
import { logOut, me } from '../login/session';
import { Icon } from '../ui/Icon';
import { Mark } from '../ui/Mark';
import { goTo, route } from './route';
import { nextTheme, theme } from './theme';

const THEMES = { auto: 'half', light: 'sun', dark: 'moon' } as const;

/** The ways through the page, the conversations, and who is here. */
export function Sidebar({ onLeave }: { onLeave: () => void }) {
  const page = route.value.page;
  const asks = page === 'ask' || page === 'conversation' || page === 'answer' || page === 'shared';
  const begin = () => {
    newConversation();
    goTo('#/');
    onLeave();
  };
  return (
    <div class="sidebar-inside">
      <a class="home" href="#/" onClick={begin} aria-label="Asktrail, start page">
        <Mark />
      </a>
      <button type="button" class="button button-new" onClick={begin}>
        <Icon name="plus" /> New question
      </button>
      <nav aria-label="Pages">
        <Way href="#/" icon="ask" name="Ask" current={asks} onLeave={onLeave} />
        <Way href="#/catalogue" icon="book" name="Catalogue" current={page === 'catalogue'} onLeave={onLeave} />
        {me.value?.may_operate === true && <Way href="#/operate" icon="pulse" name="Operate" current={page === 'operate'} onLeave={onLeave} />}
      </nav>
      <Conversations onLeave={onLeave} />
      <footer class="who">
        <div class="who-name">
          <strong>{me.value?.sub ?? 'Logged in'}</strong>
          <span class="muted">{me.value === null ? '' : [me.value.roles.join(', '), regions(me.value.regions)].join(' · ')}</span>
        </div>
        <button type="button" class="button button-quiet" aria-label={`Colours: ${theme.value}. Change`} title={`Colours: ${theme.value}`} onClick={nextTheme}>
          <Icon name={THEMES[theme.value]} />
        </button>
        <button type="button" class="button button-quiet" aria-label="Log out" title="Log out" onClick={leaveForGood}>
          <Icon name="out" />
        </button>
      </footer>
    </div>
  );
}

/** Who leaves by their own will leaves nothing behind, unlike one whose login has run out. */
function leaveForGood(): void {
  wipe();
  goTo('#/');
  logOut(null);
  leaveIssuer().catch(() => {
    // It cannot be reached: here they are logged out, and its own login ends by itself.
  });
}

function regions(names: string[]): string {
  return names.includes('*') ? 'all states' : names.length > 2 ? `${names.length} states` : names.join(', ') || 'no state';
}

interface WayProps {
  href: string;
  icon: 'ask' | 'book' | 'pulse';
  name: string;
  current: boolean;
  onLeave: () => void;
}

function Way({ href, icon, name, current, onLeave }: WayProps) {
  return (
    <a class="way" href={href} {...(current ? { 'aria-current': 'page' as const } : {})} onClick={onLeave}>
      <Icon name={icon} /> {name}
    </a>
  );
}

function Conversations({ onLeave }: { onLeave: () => void }) {
  const fault = useSignal('');
  const list = conversations.value;
  const forget = (id: string) => {
    forgetConversation(id).then(
      () => {
        if (conversationId.value === id) {
          newConversation();
          goTo('#/');
        }
      },
      (failure: unknown) => (fault.value = Problem.from(failure).detail),
    );
  };
  return (
    <section class="conversations" aria-labelledby="conversations">
      <h2 id="conversations" class="eyebrow">
        Conversations
      </h2>
      <p class="field-fault" role="alert">
        {fault.value}
      </p>
      {list === null && <p class="muted small">This service keeps no list of them yet.</p>}
      {list?.length === 0 && <p class="muted small">Yours will stand here.</p>}
      <ul>
        {list?.map((kept) => (
          <li key={kept.id} class={kept.id === conversationId.value ? 'kept kept-open' : 'kept'}>
            <a href={`#/c/${encodeURIComponent(kept.id)}`} title={kept.last_question} onClick={onLeave}>
              {kept.title}
            </a>
            <button type="button" class="forget" aria-label={`Delete the conversation “${kept.title}”`} onClick={() => forget(kept.id)}>
              <Icon name="trash" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
