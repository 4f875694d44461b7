import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { AskPage } from '../ask/AskPage';
import { conversationId, openAnswer, openConversation } from '../ask/thread';
import { CataloguePage } from '../catalogue/CataloguePage';
import { LoginPage } from '../login/LoginPage';
import { isLoggedIn } from '../login/session';
import { OperatePage } from '../operate/OperatePage';
import { Icon } from '../ui/Icon';
import { Mark } from '../ui/Mark';
import { route } from './route';
import { Sidebar } from './Sidebar';

export function App() {
  return isLoggedIn.value ? <Inside /> : <LoginPage />;
}

function Inside() {
  const menu = useSignal(false);
  const at = route.value;
  useEffect(() => {
    if (at.page === 'conversation' && at.id !== conversationId.value) {
      void openConversation(at.id);
    } else if (at.page === 'answer') {
      void openAnswer(`/v1/answers/${encodeURIComponent(at.id)}`, true);
    } else if (at.page === 'shared') {
      void openAnswer(`/v1/shared/${encodeURIComponent(at.token)}`, false);
    }
  }, [at]);
  const leave = () => (menu.value = false);
  return (
    <div class={menu.value ? 'shell shell-menu' : 'shell'}>
      <a class="skip" href="#main" onClick={toMain}>
        To the content
      </a>
      <header class="topbar">
        <button type="button" class="button button-quiet" aria-label="Menu" aria-expanded={menu.value} aria-controls="sidebar" onClick={() => (menu.value = !menu.value)}>
          <Icon name={menu.value ? 'close' : 'menu'} />
        </button>
        <Mark />
      </header>
      <aside id="sidebar" class="sidebar" aria-label="Navigation">
        <Sidebar onLeave={leave} />
      </aside>
      <main id="main" class="main" tabIndex={-1}>
        <Page />
      </main>
    </div>
  );
}

function Page() {
  switch (route.value.page) {
    case 'catalogue':
      return <CataloguePage />;
    case 'operate':
      return <OperatePage />;
    default:
      return <AskPage />;
  }
}

/** Without `#main` in the address, which tells where in the page we are. */
function toMain(event: Event): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
