import '@fontsource-variable/inter/index.css';
import './style/base.css';
import './style/shell.css';
import './style/ask.css';
import './style/answer.css';
import './style/reading.css';
import './style/trail.css';
import './style/pages.css';
import { render } from 'preact';
import { App } from './app/App';
import { followLogin } from './app/caller';
import { followAddress } from './app/route';
import { applyTheme } from './app/theme';
import { isReturning, returnFromIssuer, stayLoggedIn } from './login/issuer';
import { takeTokenFromAddress } from './login/session';

async function start(): Promise<void> {
  applyTheme();
  takeTokenFromAddress();
  if (isReturning()) {
    await returnFromIssuer();
  }
  followAddress();
  // What the page shows of somebody is on its way while the page is drawn.
  followLogin();
  const page = document.getElementById('page');
  if (page !== null) {
    render(<App />, page);
  }
  // How people are let in is known before it is needed: a login may end while nobody answers.
  await stayLoggedIn();
}

void start();
