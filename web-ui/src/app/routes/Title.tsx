import { getRouteApi } from '@tanstack/react-router';
import { TitlePage } from '@/features/browse/routes/TitlePage';
import { RequestAside } from '@/features/requests/components/RequestAside';
import { useFollowing } from '@/features/requests/useFollowing';
import { typeOf } from '@/lib/api/media';
import { useWishing } from '../wishes';
import { Missing } from './Missing';

const route = getRouteApi('/frame/title/$kind/$tmdbId');

export function Title() {
  const { kind, tmdbId } = route.useParams();
  const following = useFollowing();
  const wish = useWishing();
  const id = Number(tmdbId);
  if ((kind !== 'movie' && kind !== 'series') || !Number.isSafeInteger(id) || id < 1)
    return <Missing />;
  return (
    <TitlePage
      key={`${kind}-${tmdbId}`}
      type={typeOf(kind)}
      tmdbId={id}
      onRequest={wish}
      onFollow={({ type, tmdbId: followed }, follow) => {
        following.mutate({ title: { type, tmdbId: followed }, follow });
      }}
      aside={(requestId) => <RequestAside id={requestId} />}
    />
  );
}
