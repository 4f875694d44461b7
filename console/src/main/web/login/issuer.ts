/**
 * What an OpenID Connect issuer does for a login, where the gateway names one; nothing where it takes given tokens. The
 * library for it is loaded only where it is needed.
 */
import { loginSettings } from './settings';
import type { Issuer } from './settings';

type Oidc = typeof import('./oidc');

async function atIssuer(act: (oidc: Oidc, issuer: Issuer) => Promise<void> | void): Promise<void> {
  const settings = await loginSettings();
  if (settings.kind === 'oidc') {
    await act(await import('./oidc'), settings);
  }
}

/** Whether an issuer has just sent us back, with a code or with the reason why there is none. */
export function isReturning(): boolean {
  const query = new URLSearchParams(location.search);
  return query.has('state') && (query.has('code') || query.has('error'));
}

/** Leads to the issuer's own page, and back to where we are now. */
export function goToIssuer(): Promise<void> {
  return atIssuer((oidc, issuer) => oidc.leaveForLogin(issuer));
}

/** Makes a login of what the issuer sent us back with. */
export function returnFromIssuer(): Promise<void> {
  return atIssuer((oidc, issuer) => oidc.returnFromLogin(issuer));
}

/** Goes on with the login of this tab before it ends, also after the page was loaded again. */
export function stayLoggedIn(): Promise<void> {
  return atIssuer((oidc, issuer) => {
    oidc.stayLoggedIn(issuer);
  });
}

/** Ends the login at the issuer as well: else the next one at this machine would be let in by it, unasked. */
export function leaveIssuer(): Promise<void> {
  return atIssuer((oidc, issuer) => oidc.leaveForGood(issuer));
}
