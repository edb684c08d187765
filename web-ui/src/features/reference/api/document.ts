import { queryOptions } from '@tanstack/react-query';
import { statusApi } from '@/lib/api/status';
import { body } from '@/lib/http';
import { chaptersOf } from '../chapters';
import type { OpenApi } from '../openapi';
import { problemsOf } from '../problems';

/** All that can be asked of the house, as the gateway has put it together from what its services say of themselves. */
export const referenceQuery = queryOptions({
  queryKey: ['reference'],
  queryFn: async ({ signal }) => {
    const document = (await body(
      statusApi.GET('/api/v1/openapi', { signal }),
    )) as unknown as OpenApi;
    return { chapters: chaptersOf(document), problems: problemsOf(document) };
  },
  staleTime: Infinity,
});
