const KEY = 'asktrail.person';

/**
 * Whose token it is, as far as that can be told without the service: the subject of a JWT, else the token itself. It
 * decides only whether what the last person saw is wiped; what may be seen is decided by the service.
 */
export function personOf(token: string): string {
  try {
    const claims = JSON.parse(atob((token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/'))) as { sub?: unknown };
    return typeof claims.sub === 'string' ? claims.sub : token;
  } catch {
    return token;
  }
}

/** Whether somebody else was here before in this tab; from now on it is this person who was. */
export function replacesSomebody(token: string): boolean {
  const before = sessionStorage.getItem(KEY);
  const now = personOf(token);
  sessionStorage.setItem(KEY, now);
  return before !== null && before !== now;
}
