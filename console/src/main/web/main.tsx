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
import { followAddress } from './app/route';
import { applyTheme } from './app/theme';
import { takeTokenFromAddress } from './login/session';
import { loginSettings } from './login/settings';
import type { LoginSettings } from './login/settings';

async function start(): Promise<void> {
  applyTheme();
  takeTokenFromAddress();
  const settings = await loginSettings();
  await finishLogin(settings);
  followAddress();
  const page = document.getElementById('page');
  if (page !== null) {
    render(<App settings={settings} />, page);
  }
}

async function finishLogin(settings: LoginSettings): Promise<void> {
  if (settings.kind === 'oidc') {
    const oidc = await import('./login/oidc');
    if (oidc.isReturning()) {
      await oidc.returnFromLogin(settings);
    }
  }
}

void start();
