import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { connectToEvents, LiveClient, type LiveListener } from '@/lib/live';
import { endSession } from '../session';
import { useNews } from './useNews';

/** Keeps what is on the screen live for as long as the frame stands. */
export function useLive() {
  const queryClient = useQueryClient();
  const router = useRouter();

  const news = useEffectEvent(useNews());
  const [relay] = useState(createRelay);
  const [client] = useState(
    () => new LiveClient({ connect: connectToEvents, listener: relay.listener }),
  );
  const state = useSyncExternalStore(client.subscribe, () => client.state);

  useEffect(() => {
    relay.pass({
      onMessage: (message) => {
        news(message);
      },
      onResync: () => {
        void queryClient.invalidateQueries({
          predicate: ({ meta }) => meta?.['snapshot'] !== true,
        });
      },
      onSessionEnded: () => {
        void endSession(queryClient, router);
      },
    });
    client.start();
    return () => {
      client.stop();
    };
  }, [client, relay, queryClient, router]);

  useEffect(() => {
    const seen = () => {
      if (document.visibilityState === 'visible') client.tryNow();
    };
    addEventListener('online', client.tryNow);
    addEventListener('offline', client.networkLost);
    document.addEventListener('visibilitychange', seen);
    return () => {
      removeEventListener('online', client.tryNow);
      removeEventListener('offline', client.networkLost);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [client]);

  const isLive = state.status === 'live';
  useEffect(() => {
    // What could not be loaded while the server was away is loaded as soon as it is back.
    if (isLive)
      void queryClient.refetchQueries({
        type: 'active',
        predicate: (query) => query.state.status === 'error',
      });
  }, [isLive, queryClient]);

  return { state, tryNow: client.tryNow };
}

/** The client is made before the effect that knows what to do with its news. */
function createRelay() {
  let target: LiveListener | undefined;
  const listener: LiveListener = {
    onMessage: (message) => target?.onMessage(message),
    onResync: () => target?.onResync(),
    onSessionEnded: () => target?.onSessionEnded(),
  };
  return {
    listener,
    pass: (next: LiveListener) => {
      target = next;
    },
  };
}
