import { useSyncExternalStore } from 'react';

let dimmed = false;
const listeners = new Set<() => void>();

/** The top bar stands over a dark picture, or does not any more. */
export function dimTop(next: boolean): void {
  if (next === dimmed) return;
  dimmed = next;
  listeners.forEach((listener) => {
    listener();
  });
}

export function useTopDimmed(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => dimmed,
  );
}
