import { getRouteApi } from '@tanstack/react-router';
import { DiscoverPage } from '@/features/browse/routes/DiscoverPage';
import { wishFor, wishOf } from '../wishes';

const route = getRouteApi('/frame/discover');

export function Discover() {
  return (
    <DiscoverPage
      search={route.useSearch()}
      onRequest={(title) => {
        wishFor(wishOf(title));
      }}
    />
  );
}
