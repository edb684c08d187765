import { useInfiniteQuery } from '@tanstack/react-query';
import type { RequestView } from '@/lib/api/media';
import { isOnTheWay } from '@/lib/titles/standing';
import { requestsQuery, type RequestPages } from './api/listRequests';

const RECENT_MS = 7 * 24 * 3_600_000;

export interface Mine {
  readonly moving: readonly RequestView[];
  /** What became ready in the last days, latest first. */
  readonly ready: readonly RequestView[];
}

const query = requestsQuery({ scope: 'MINE', sort: 'UPDATED' });

/** What somebody asked for, as home tells it: what became ready, and what is on its way. */
export function useMine() {
  return useInfiniteQuery({ ...query, select: sorted });
}

function sorted(pages: RequestPages): Mine {
  const all = pages.pages.flatMap((page) => page.items);
  const since = Date.now() - RECENT_MS;
  return {
    moving: all.filter(({ standing }) => isOnTheWay(standing.state)),
    ready: all.filter(
      ({ state, standing, updatedAt }) =>
        (state === 'AVAILABLE' || standing.state === 'AVAILABLE') && Date.parse(updatedAt) > since,
    ),
  };
}
