import { useSignal } from '@preact/signals';
import type { TargetedSubmitEvent } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Mark } from '../ui/Mark';
import { goToIssuer } from './issuer';
import { logIn, reason } from './session';
import { loginSettings } from './settings';
import type { Issuer, LoginSettings } from './settings';

/** What stands in the way of the page until somebody is logged in. */
export function LoginPage() {
  const settings = useSignal<LoginSettings | null>(null);
  useEffect(() => {
    void loginSettings().then((known) => (settings.value = known));
  }, [settings]);
  return (
    <main class="login" id="main">
      <div class="login-card">
        <Mark />
        <h1>{reason.value === null ? 'Welcome to Asktrail' : 'Please log in again'}</h1>
        {reason.value !== null && (
          <p class="notice notice-warn" role="alert">
            {reason.value} A question that you have begun is kept.
          </p>
        )}
        {settings.value?.kind === 'local' && <TokenForm />}
        {settings.value?.kind === 'oidc' && <IssuerButton issuer={settings.value} />}
      </div>
    </main>
  );
}

function TokenForm() {
  const field = useRef<HTMLInputElement>(null);
  const fault = useSignal('');
  useEffect(() => field.current?.focus(), []);

  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = (field.current?.value ?? '').trim();
    if (/^[\w-]+\.[\w-]+\.[\w-]+$/.test(given)) {
      logIn(given);
    } else {
      fault.value = 'This is no token: it has three parts with dots between them. Copy the whole line.';
    }
  };

  return (
    <form onSubmit={submit} noValidate>
      <p class="muted">
        This Asktrail runs on your machine. <code>./asktrail open</code> logs you in by itself; or paste what{' '}
        <code>./asktrail token --role analyst --region '*'</code> prints.
      </p>
      <label for="token">Token</label>
      <input
        ref={field}
        id="token"
        class="field"
        type="password"
        autocomplete="off"
        spellcheck={false}
        aria-invalid={fault.value !== ''}
        aria-describedby="token-fault"
      />
      <p id="token-fault" class="field-fault" role="alert">
        {fault.value}
      </p>
      <button class="button button-primary" type="submit">
        Log in
      </button>
    </form>
  );
}

function IssuerButton({ issuer }: { issuer: Issuer }) {
  const host = new URL(issuer.authority).host;
  const fault = useSignal('');
  const leave = () => {
    goToIssuer().catch(() => {
      fault.value = `The login at ${host} cannot be reached just now. Try again in a moment.`;
    });
  };
  return (
    <>
      <p class="muted">You log in at {host} and come back here.</p>
      <p class="field-fault" role="alert">
        {fault.value}
      </p>
      <button class="button button-primary" type="button" onClick={leave}>
        Log in
      </button>
    </>
  );
}
