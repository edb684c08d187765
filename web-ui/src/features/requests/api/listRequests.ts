import { infiniteQueryOptions, type InfiniteData } from '@tanstack/react-query';
import { mediaApi, type MediaType, type RequestPage, type RequestState } from '@/lib/api/media';
import { body } from '@/lib/http';

const PAGE_SIZE = 25;

export type Scope = 'MINE' | 'ALL';
export type Sort = 'NEWEST' | 'OLDEST' | 'UPDATED';
export type RequestPages = InfiniteData<RequestPage>;

export interface Filter {
  readonly scope: Scope;
  readonly state?: RequestState | undefined;
  readonly type?: MediaType | undefined;
  readonly sort?: Sort | undefined;
}

export const requestsQuery = ({ scope, state, type, sort = 'NEWEST' }: Filter) =>
  infiniteQueryOptions({
    queryKey: ['requests', 'list', { scope, state, type, sort }],
    queryFn: ({ pageParam, signal }) =>
      body(
        mediaApi.GET('/api/v1/requests', {
          params: {
            query: {
              scope,
              sort,
              limit: PAGE_SIZE,
              ...(state === undefined ? {} : { state }),
              ...(type === undefined ? {} : { type }),
              ...(pageParam === null ? {} : { cursor: pageParam }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    select: (pages: RequestPages) => pages.pages.flatMap((page) => page.items),
    staleTime: 30_000,
  });
