/** How this service lets people in. */
export type LoginSettings = { kind: 'local' } | Issuer;

/** An OpenID Connect issuer, and what this page is called there. */
export interface Issuer {
  kind: 'oidc';
  authority: string;
  client_id: string;
}

let asked: Promise<LoginSettings> | null = null;

/** Asks the gateway, until it has answered once; one that does not say takes tokens. */
export function loginSettings(): Promise<LoginSettings> {
  asked ??= ask();
  return asked;
}

async function ask(): Promise<LoginSettings> {
  try {
    const response = await fetch('/login-settings.json', { credentials: 'omit' });
    if (response.ok) {
      return parse(await response.json());
    }
    await response.body?.cancel(); // unread, it would keep its connection
  } catch {
    asked = null; // nobody there: the next one asks again
  }
  return { kind: 'local' };
}

function parse(body: unknown): LoginSettings {
  const given = body as Partial<{ kind: string; authority: string; client_id: string }> | null;
  return given?.kind === 'oidc' && given.authority !== undefined && given.client_id !== undefined
    ? { kind: 'oidc', authority: given.authority, client_id: given.client_id }
    : { kind: 'local' };
}
