import { getRouteApi } from '@tanstack/react-router';
import { SearchPage } from '@/features/browse/routes/SearchPage';
import { wishFor, wishOf } from '../wishes';

const route = getRouteApi('/frame/search');

export function Find() {
  return (
    <SearchPage
      query={route.useSearch().q ?? ''}
      onRequest={(title) => {
        wishFor(wishOf(title));
      }}
    />
  );
}
