import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { DiscoverPage } from '@/features/browse/routes/DiscoverPage';
import { useWishing } from '../wishes';

const route = getRouteApi('/frame/discover');

export function Discover() {
  const navigate = useNavigate({ from: '/discover' });
  return (
    <DiscoverPage
      search={route.useSearch()}
      onSearch={(search) => {
        void navigate({ search, resetScroll: false });
      }}
      onRequest={useWishing()}
    />
  );
}
