import { lazy, Suspense, useEffect, useState } from 'react';
import { useWish, wishFor } from '../wishes';

const RequestDialog = lazy(async () => ({
  default: (await import('@/features/requests/components/RequestDialog')).RequestDialog,
}));

/** The request dialog stands in the frame, and is loaded when somebody first asks for something. */
export function Wishes() {
  const wish = useWish();
  const [asked, setAsked] = useState(false);
  // What one person was about to ask for is not the next one's.
  useEffect(
    () => () => {
      wishFor(null);
    },
    [],
  );
  if (wish !== null && !asked) setAsked(true);
  if (!asked) return null;
  return (
    <Suspense>
      <RequestDialog
        wish={wish}
        onClose={() => {
          wishFor(null);
        }}
      />
    </Suspense>
  );
}
