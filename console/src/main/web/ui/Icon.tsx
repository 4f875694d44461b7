/** Signs of 16 units, drawn in the colour of the words beside them. */
const PATHS = {
  plus: 'M8 3v10M3 8h10',
  send: 'M8 13V3M3.5 7.5 8 3l4.5 4.5',
  stop: 'M4.5 4.5h7v7h-7z',
  up: 'M5 7.5v6H3v-6zM5 8l2.6-5.2c1.2 0 1.7.9 1.5 1.9L8.7 6.5h3.6c.8 0 1.4.8 1.2 1.6l-1 4.3c-.2.7-.7 1.1-1.4 1.1H5',
  down: 'M11 8.5v-6h2v6zM11 8l-2.6 5.2c-1.2 0-1.7-.9-1.5-1.9l.4-1.8H3.7c-.8 0-1.4-.8-1.2-1.6l1-4.3c.2-.7.7-1.1 1.4-1.1H11',
  share: 'M6.5 9.5l3-3M7 4.6l1.6-1.6a3 3 0 0 1 4.3 4.3L11.4 9M9 11.4 7.4 13a3 3 0 0 1-4.3-4.3L4.6 7',
  file: 'M8 2.5v7.5M4.8 7 8 10.2 11.2 7M3 13h10',
  trash: 'M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.6 9h5.8l.6-9',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  close: 'M4 4l8 8M12 4l-8 8',
  ask: 'M2.8 12.8V4.4c0-.8.6-1.4 1.4-1.4h7.6c.8 0 1.4.6 1.4 1.4v4.8c0 .8-.6 1.4-1.4 1.4H5.6z',
  book: 'M3 3.2h4c.6 0 1 .4 1 1v9c0-.6-.4-1-1-1H3zM13 3.2H9c-.6 0-1 .4-1 1v9c0-.6.4-1 1-1h4z',
  pulse: 'M1.8 8h3l2-4.6 3 9.2 1.8-4.6h2.6',
  sun: 'M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6M8 1.5v1.2M8 13.3v1.2M1.5 8h1.2M13.3 8h1.2M3.4 3.4l.9.9M11.7 11.7l.9.9M12.6 3.4l-.9.9M4.3 11.7l-.9.9',
  moon: 'M13 9.6A5.6 5.6 0 0 1 6.4 3 5.4 5.4 0 1 0 13 9.6',
  half: 'M8 2.2a5.8 5.8 0 1 0 0 11.6zM8 2.2a5.8 5.8 0 0 1 0 11.6',
  out: 'M9.5 3H4v10h5.5M7 8h6.5M11 5.5 13.5 8 11 10.5',
  warn: 'M8 2.5 14 13H2zM8 6.5v3M8 11.2v.3',
  check: 'M3.5 8.5l3 3 6-7',
  chevron: 'M4.5 6.5 8 10l3.5-3.5',
  again: 'M13 8a5 5 0 1 1-1.6-3.7M13 2.5v3h-3',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  play: 'M5 3.5v9l7-4.5z',
} as const;

export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
