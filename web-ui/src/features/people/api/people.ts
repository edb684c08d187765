import { infiniteQueryOptions, mutationOptions, queryOptions } from '@tanstack/react-query';
import { authApi, type UserChange } from '@/lib/api/auth';
import { body } from '@/lib/http';

const PAGE_SIZE = 50;

export const peopleQuery = (query: string) =>
  infiniteQueryOptions({
    queryKey: ['people', 'list', query],
    queryFn: ({ pageParam, signal }) =>
      body(
        authApi.GET('/api/v1/users', {
          params: {
            query: {
              limit: PAGE_SIZE,
              ...(query === '' ? {} : { query }),
              ...(pageParam === null ? {} : { cursor: pageParam }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    select: ({ pages }) => pages.flatMap((page) => page.items),
  });

export const permissionsQuery = queryOptions({
  queryKey: ['people', 'permissions'],
  queryFn: ({ signal }) => body(authApi.GET('/api/v1/users/permissions', { signal })),
  staleTime: Infinity,
});

export const friendsQuery = queryOptions({
  queryKey: ['people', 'friends'],
  queryFn: ({ signal }) => body(authApi.GET('/api/v1/users/plex-friends', { signal })),
  staleTime: 60_000,
});

export const changeMutation = mutationOptions({
  mutationFn: ({ id, change }: { readonly id: string; readonly change: UserChange }) =>
    body(authApi.PATCH('/api/v1/users/{id}', { params: { path: { id } }, body: change })),
});

export const importMutation = mutationOptions({
  mutationFn: (plexIds: number[]) =>
    body(authApi.POST('/api/v1/users/import', { body: { plexIds } })),
});
