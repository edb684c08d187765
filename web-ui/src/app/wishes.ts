import { useSyncExternalStore } from 'react';
import type { Wish } from '@/features/requests/components/RequestDialog';
import { may } from './may';
import { useMe } from './useMe';

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

/** How to ask for a title, all of it or some of its seasons; undefined for who may not ask. */
export function useWishing(): typeof wishForTitle | undefined {
  return may(useMe(), 'requests:create') ? wishForTitle : undefined;
}

function wishForTitle(title: Omit<Wish, 'seasons'>, seasons?: readonly number[]): void {
  wishFor(wishOf(title, seasons));
}

/** Of a title, what the dialog needs of it. */
function wishOf(
  { type, tmdbId, title, year, posterUrl }: Omit<Wish, 'seasons'>,
  seasons?: readonly number[],
): Wish {
  return { type, tmdbId, title, year, posterUrl, ...(seasons === undefined ? {} : { seasons }) };
}
