import type { Me } from '@/lib/api/auth';
import { usePin } from '@/lib/usePin';
import { beginPinMutation, lookAtPin } from './api/plexPin';

/** Whoever says yes at Plex is in; or, when they were in before, their Plex account is linked. */
export function usePlexPin(onSignedIn: (me: Me) => void) {
  return usePin(beginPinMutation, lookAtPin, ({ me }) => {
    if (me !== null) onSignedIn(me);
  });
}
