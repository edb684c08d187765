import { useSyncExternalStore } from 'react';

const query = () => matchMedia('(min-width: 1181px)');

/** Whether there is room for a panel beside the page. */
export function useIsWide(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = query();
      list.addEventListener('change', listener);
      return () => {
        list.removeEventListener('change', listener);
      };
    },
    () => query().matches,
  );
}
