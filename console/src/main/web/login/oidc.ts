/** Login at an OpenID Connect issuer: code flow with PKCE. Loaded only where the gateway names an issuer. */
import { UserManager, WebStorageStateStore } from 'oidc-client-ts';
import { logIn, logOut } from './session';
import type { LoginSettings } from './settings';

type Issuer = Extract<LoginSettings, { kind: 'oidc' }>;

const home = () => `${location.origin}/`;

function managerOf(issuer: Issuer): UserManager {
  return new UserManager({
    authority: issuer.authority,
    client_id: issuer.client_id,
    redirect_uri: home(),
    post_logout_redirect_uri: home(),
    response_type: 'code',
    scope: 'openid profile',
    automaticSilentRenew: true,
    userStore: new WebStorageStateStore({ store: sessionStorage }),
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
  });
}

/** Leads to the issuer's own page, and back to where we are now. */
export async function leaveForLogin(issuer: Issuer): Promise<void> {
  await managerOf(issuer).signinRedirect({ state: location.hash });
}

/** Whether the issuer has just sent us back. */
export function isReturning(): boolean {
  const query = new URLSearchParams(location.search);
  return query.has('state') && (query.has('code') || query.has('error'));
}

/** Trades the code in the address for a token, and wipes the address. */
export async function returnFromLogin(issuer: Issuer): Promise<void> {
  const manager = managerOf(issuer);
  try {
    const user = await manager.signinCallback();
    history.replaceState(null, '', `${location.pathname}${typeof user?.state === 'string' ? user.state : '#/'}`);
    if (user) {
      logIn(user.access_token);
      keepFresh(manager);
    }
  } catch (failure) {
    history.replaceState(null, '', `${location.pathname}#/`);
    logOut(`The login did not succeed: ${failure instanceof Error ? failure.message : 'unknown reason'}. Try again.`);
  }
}

function keepFresh(manager: UserManager): void {
  manager.events.addUserLoaded((renewed) => logIn(renewed.access_token));
}
