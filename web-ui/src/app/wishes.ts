import { useSyncExternalStore } from 'react';
import type { Wish } from '@/features/requests/components/RequestDialog';

let current: Wish | null = null;
const listeners = new Set<() => void>();

/** Opens the request dialog, from wherever a title is shown. Null closes it. */
export function wishFor(wish: Wish | null): void {
  current = wish;
  listeners.forEach((listener) => {
    listener();
  });
}

export function useWish(): Wish | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}

/** The same for a title in a list. */
export function wishForTitle(title: Omit<Wish, 'seasons'>): void {
  wishFor(wishOf(title));
}

/** Of a title, what the dialog needs of it. */
export function wishOf(
  { type, tmdbId, title, year, posterUrl }: Omit<Wish, 'seasons'>,
  seasons?: readonly number[],
): Wish {
  return { type, tmdbId, title, year, posterUrl, ...(seasons === undefined ? {} : { seasons }) };
}
