/** How this service lets people in. */
export type LoginSettings = { kind: 'local' } | { kind: 'oidc'; authority: string; client_id: string };

/** Asks the gateway; one that does not say takes tokens. */
export async function loginSettings(): Promise<LoginSettings> {
  try {
    const response = await fetch('/login-settings.json', { credentials: 'omit' });
    if (!response.ok) {
      await response.body?.cancel(); // unread, it would keep its connection
      return { kind: 'local' };
    }
    return parse(await response.json());
  } catch {
    return { kind: 'local' };
  }
}

function parse(body: unknown): LoginSettings {
  const given = body as Partial<{ kind: string; authority: string; client_id: string }> | null;
  return given?.kind === 'oidc' && given.authority !== undefined && given.client_id !== undefined
    ? { kind: 'oidc', authority: given.authority, client_id: given.client_id }
    : { kind: 'local' };
}
