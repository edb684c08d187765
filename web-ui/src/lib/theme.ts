import { useSyncExternalStore } from 'react';
import { storage } from './storage';

export const THEMES = ['system', 'dark', 'light'] as const;
export type Theme = (typeof THEMES)[number];

const listeners = new Set<() => void>();
const systemIsLight = () => matchMedia('(prefers-color-scheme: light)');
let chosen = read();

function read(): Theme {
  const stored = storage.read('theme');
  return stored === 'dark' || stored === 'light' ? stored : 'system';
}

function apply(): void {
  const light = chosen === 'light' || (chosen === 'system' && systemIsLight().matches);
  document.documentElement.dataset['theme'] = light ? 'light' : 'dark';
  document
    .querySelector('meta[name="theme-color"]')
    ?.setAttribute('content', light ? '#f5f6f8' : '#0c0d11');
}

export function chooseTheme(theme: Theme): void {
  chosen = theme;
  storage.write('theme', theme === 'system' ? null : theme);
  apply();
  listeners.forEach((listener) => {
    listener();
  });
}

/** Follows the system and other tabs from now on. The first paint was public/theme.js's. */
export function watchTheme(): void {
  apply();
  systemIsLight().addEventListener('change', apply);
  addEventListener('storage', (event) => {
    if (event.key !== 'medianest.theme') return;
    chosen = read();
    apply();
    listeners.forEach((listener) => {
      listener();
    });
  });
}

export function useTheme(): Theme {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => chosen,
  );
}
