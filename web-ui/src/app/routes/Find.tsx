import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { SearchPage } from '@/features/browse/routes/SearchPage';
import { useWishing } from '../wishes';

const route = getRouteApi('/frame/search');

export function Find() {
  const navigate = useNavigate({ from: '/search' });
  return (
    <SearchPage
      search={route.useSearch()}
      onSearch={(search) => {
        void navigate({ search, resetScroll: false });
      }}
      onRequest={useWishing()}
    />
  );
}
