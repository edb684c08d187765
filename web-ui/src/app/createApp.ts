import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { createRouter, lazyRouteComponent, type RouterHistory } from '@tanstack/react-router';
import { Problem, retryDelay } from '@/lib/problem';
import { routeTree } from './routes';
import { endSession } from './session';
import { Splash } from './Splash';

declare module '@tanstack/react-router' {
  interface Register {
    router: MediaNest['router'];
  }
}

export type MediaNest = ReturnType<typeof createApp>;

/** One running web UI. Tests bring a history of their own. */
export function createApp(history?: RouterHistory) {
  const noticeSignOut = (error: Error) => {
    if (error instanceof Problem && error.isSignedOut) void endSession(queryClient, router);
  };
  const queryClient = new QueryClient({
    queryCache: new QueryCache({ onError: noticeSignOut }),
    mutationCache: new MutationCache({ onError: noticeSignOut }),
    defaultOptions: {
      queries: {
        // The browser's idea of being online says nothing about a server in the same house.
        networkMode: 'always',
        retry: (failures, error) => failures < 2 && error instanceof Problem && error.isPassing,
        retryDelay,
        staleTime: 30_000,
      },
      mutations: { networkMode: 'always' },
    },
  });
  const router = createRouter({
    routeTree,
    context: { queryClient },
    defaultErrorComponent: lazyRouteComponent(() => import('./CrashPage'), 'CrashPage'),
    defaultPendingComponent: Splash,
    defaultPendingMs: 500,
    defaultPreload: 'intent',
    scrollRestoration: true,
    ...(history === undefined ? {} : { history }),
  });
  return { queryClient, router };
}
