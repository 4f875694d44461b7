import { logOut, token } from '../login/session';
import { read, write } from './json';
import { Problem } from './problem';
import type { Language } from './types';

type Method = 'GET' | 'POST' | 'DELETE';

/**
 * Sends a request in the caller's name.
 *
 * @throws Problem for everything but a success; where the login is over, the page asks for a new one as well
 */
export async function send(
  method: Method,
  path: string,
  options: { body?: unknown; accept?: string; signal?: AbortSignal; language?: Language } = {},
): Promise<Response> {
  const bearer = token.value;
  const headers: Record<string, string> = { Accept: options.accept ?? 'application/json' };
  if (bearer !== null) {
    headers['Authorization'] = `Bearer ${bearer}`;
  }
  if (options.language !== undefined) {
    headers['Accept-Language'] = options.language;
  }
  if (options.body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  const response = await fetch(path, {
    method,
    headers,
    ...(options.body === undefined ? {} : { body: write(options.body) }),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
    // Nothing but the token says who asks.
    credentials: 'omit',
  }).catch((failure: unknown) => {
    throw options.signal?.aborted === true ? failure : Problem.unreachable();
  });
  if (response.ok) {
    return response;
  }
  const problem = await Problem.of(response);
  // An answer to an older token must not end a login that was made since.
  if (response.status === 401 && bearer === token.value) {
    logOut(problem.detail);
  }
  throw problem;
}

/** A resource as JSON, no digit lost. */
export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await send('GET', path, signal === undefined ? {} : { signal });
  return read<T>(await response.text());
}

/** Sends JSON, and reads JSON if any comes back. */
export async function post<T>(path: string, body: unknown, signal?: AbortSignal, language?: Language): Promise<T> {
  const response = await send('POST', path, {
    body,
    ...(signal === undefined ? {} : { signal }),
    ...(language === undefined ? {} : { language }),
  });
  const text = await response.text();
  return (text === '' ? undefined : read<T>(text)) as T;
}

export async function remove(path: string): Promise<void> {
  await send('DELETE', path);
}

/** The same, or null where this service does not have it. */
export async function getIfThere<T>(path: string): Promise<T | null> {
  try {
    return await get<T>(path);
  } catch (failure) {
    if (failure instanceof Problem && failure.isMissing) {
      return null;
    }
    throw failure;
  }
}
