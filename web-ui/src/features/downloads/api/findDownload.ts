import { queryOptions } from '@tanstack/react-query';
import { downloadsApi } from '@/lib/api/downloads';
import { body } from '@/lib/http';

export const downloadQuery = (id: string) =>
  queryOptions({
    queryKey: ['downloads', 'one', id],
    queryFn: ({ signal }) =>
      body(downloadsApi.GET('/api/v1/downloads/{id}', { params: { path: { id } }, signal })),
    staleTime: 0,
  });
