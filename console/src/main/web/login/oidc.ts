/** Login at an OpenID Connect issuer: code flow with PKCE. Loaded only where the gateway names an issuer. */
import { effect } from '@preact/signals';
import { UserManager, WebStorageStateStore } from 'oidc-client-ts';
import { isLoggedIn, logIn, logOut } from './session';
import type { Issuer } from './settings';

const home = () => `${location.origin}/`;

let manager: UserManager | null = null;

function managerOf(issuer: Issuer): UserManager {
  manager ??= new UserManager({
    authority: issuer.authority,
    client_id: issuer.client_id,
    redirect_uri: home(),
    post_logout_redirect_uri: home(),
    response_type: 'code',
    scope: 'openid profile',
    automaticSilentRenew: false, // begun once somebody is logged in
    userStore: new WebStorageStateStore({ store: sessionStorage }),
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
  });
  return manager;
}

/** Leads to the issuer's own page, and back to where we are now. */
export async function leaveForLogin(issuer: Issuer): Promise<void> {
  await managerOf(issuer).signinRedirect({ state: location.hash });
}

/** Trades the code in the address for a token, and wipes the address. */
export async function returnFromLogin(issuer: Issuer): Promise<void> {
  try {
    const user = await managerOf(issuer).signinCallback();
    history.replaceState(null, '', `${location.pathname}${typeof user?.state === 'string' ? user.state : '#/'}`);
    if (user) {
      logIn(user.access_token);
    }
  } catch (failure) {
    history.replaceState(null, '', `${location.pathname}#/`);
    logOut(`The login did not succeed: ${failure instanceof Error ? failure.message : 'unknown reason'}. Try again.`);
  }
}

/** Trades each token for a new one before it ends, for as long as somebody is logged in. */
export function stayLoggedIn(issuer: Issuer): void {
  const kept = managerOf(issuer);
  kept.events.addUserLoaded((renewed) => {
    // One that was on its way when they left must not let anybody in.
    if (isLoggedIn.value) {
      logIn(renewed.access_token);
    }
  });
  effect(() => {
    if (isLoggedIn.value) {
      kept.startSilentRenew();
    } else {
      kept.stopSilentRenew();
    }
  });
}

/** Forgets the issuer's tokens, and goes to its log-out page if it has one, which leads back here. */
export async function leaveForGood(issuer: Issuer): Promise<void> {
  const kept = managerOf(issuer);
  if ((await kept.metadataService.getEndSessionEndpoint()) === undefined) {
    await kept.removeUser();
  } else {
    await kept.signoutRedirect();
  }
}
