import { signal } from '@preact/signals';

/** Where in the page we are; the part of the address behind `#`, so that any server can serve the page at `/`. */
export type Route =
  | { page: 'ask' }
  | { page: 'conversation'; id: string }
  | { page: 'answer'; id: string }
  | { page: 'shared'; token: string }
  | { page: 'catalogue'; id: string | null }
  | { page: 'operate' };

export function routeOf(hash: string): Route {
  const [page, rest] = hash.replace(/^#\/?/, '').split('/', 2).map(decode);
  switch (page) {
    case 'c':
      return rest ? { page: 'conversation', id: rest } : { page: 'ask' };
    case 'a':
      return rest ? { page: 'answer', id: rest } : { page: 'ask' };
    case 's':
      return rest ? { page: 'shared', token: rest } : { page: 'ask' };
    case 'catalogue':
      return { page: 'catalogue', id: rest ?? null };
    case 'operate':
      return { page: 'operate' };
    default:
      return { page: 'ask' };
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a broken address leads to nothing, which is said there
  }
}

export const route = signal<Route>(routeOf(location.hash));

export function followAddress(): void {
  addEventListener('hashchange', () => {
    route.value = routeOf(location.hash);
  });
  route.value = routeOf(location.hash);
}

export function goTo(hash: string): void {
  location.hash = hash;
}
