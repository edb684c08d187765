import { useSyncExternalStore } from 'react';

export interface Toast {
  readonly id: number;
  readonly tone: 'ok' | 'bad';
  readonly title: string;
  readonly text?: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

const MOST_AT_ONCE = 3;

let shown: readonly Toast[] = [];
let next = 1;
const listeners = new Set<() => void>();

function show(toasts: readonly Toast[]): void {
  shown = toasts;
  listeners.forEach((listener) => {
    listener();
  });
}

/** Says what happened, from anywhere. Errors that belong to a field or a page are said there instead. */
export function toast(content: Omit<Toast, 'id'>): void {
  show([...shown, { ...content, id: next++ }].slice(-MOST_AT_ONCE));
}

export function dismissToast(id: number): void {
  show(shown.filter((one) => one.id !== id));
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown,
  );
}

export function dismissAllToasts(): void {
  show([]);
}
