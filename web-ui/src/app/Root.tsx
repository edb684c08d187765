import { Outlet, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

/** Under every page: after a change of page, the focus goes to its headline, as a new page would do it. */
export function Root() {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
        if (fromLocation === undefined || !pathChanged) return;
        const place =
          document.querySelector<HTMLElement>('main h1[tabindex="-1"]') ??
          document.getElementById('main');
        place?.focus({ preventScroll: true });
      }),
    [router],
  );
  return <Outlet />;
}
