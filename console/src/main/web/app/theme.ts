import { effect, signal } from '@preact/signals';

const KEY = 'asktrail.theme';
const CHOICES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof CHOICES)[number];

const systemDark = matchMedia('(prefers-color-scheme: dark)');
const systemIsDark = signal(systemDark.matches);
systemDark.addEventListener('change', (change) => {
  systemIsDark.value = change.matches;
});

/** What the reader chose; `auto` follows the system. */
export const theme = signal<Theme>(CHOICES.find((choice) => choice === localStorage.getItem(KEY)) ?? 'auto');

export const isDark = signal(false);

export function nextTheme(): void {
  theme.value = CHOICES[(CHOICES.indexOf(theme.value) + 1) % CHOICES.length] ?? 'auto';
}

export function applyTheme(): void {
  effect(() => {
    localStorage.setItem(KEY, theme.value);
    isDark.value = theme.value === 'dark' || (theme.value === 'auto' && systemIsDark.value);
    document.documentElement.dataset['theme'] = isDark.value ? 'dark' : 'light';
  });
}
