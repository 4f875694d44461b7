import type { Language } from '../api/types';

/** Dates, times and names as people read them. */

// Made when the first date is written: a browser takes longer to make one than to draw the page.
const dayStyle = once(() => new Intl.DateTimeFormat('en-IN', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }));
const momentStyle = once(
  () => new Intl.DateTimeFormat('en-IN', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hour12: false }),
);

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** A date of the calendar: it has no zone, so it must not be moved by the reader's. */
export function day(iso: string): string {
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? iso : dayStyle().format(date);
}

/** Both ends included; month and year once where they are the same: "1–31 Oct 2026". */
export function days(start: string, end: string): string {
  if (start === end) {
    return day(start);
  }
  if (start.slice(0, 7) === end.slice(0, 7)) {
    return `${Number(start.slice(8))}–${day(end)}`;
  }
  return start.slice(0, 4) === end.slice(0, 4) ? `${day(start).replace(/ \d{4}$/, '')} – ${day(end)}` : `${day(start)} – ${day(end)}`;
}

/** The same in a language. */
export function daysIn(language: Language, start: string, end: string): string {
  if (language === 'en') {
    return days(start, end);
  }
  const day = new Intl.DateTimeFormat('hi-IN-u-nu-latn', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const written = (iso: string) => day.format(new Date(`${iso}T00:00:00Z`));
  return start === end ? written(end) : `${written(start)} – ${written(end)}`;
}

/** An instant in the reader's own zone. */
export function moment(iso: string): string {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? iso : momentStyle().format(at);
}

/** An id as words: `net_sales` is "net sales". */
export function words(id: string): string {
  return id.replaceAll('_', ' ').replaceAll('.', ' · ');
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function duration(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} s`;
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-IN')} ${number === 1 ? one : many}`;
}
