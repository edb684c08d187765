import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { RequestsPage } from '@/features/requests/routes/RequestsPage';
import { may } from '../may';
import { useMe } from '../useMe';

const route = getRouteApi('/frame/requests');

export function Requests() {
  const search = route.useSearch();
  const me = useMe();
  const navigate = useNavigate({ from: '/requests' });
  return (
    <RequestsPage
      search={search}
      mayViewAll={may(me, 'requests:view-all', 'requests:manage')}
      onSearch={(next) => {
        void navigate({ search: next, resetScroll: false });
      }}
    />
  );
}
