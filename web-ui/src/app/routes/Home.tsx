import { useQuery } from '@tanstack/react-query';
import { HomePage } from '@/features/browse/routes/HomePage';
import { DownloadsNow } from '@/features/downloads/components/DownloadsNow';
import { integrationsQuery } from '@/features/integrations/api/integrations';
import { countsQuery } from '@/features/requests/api/countRequests';
import { MotionList } from '@/features/requests/components/MotionList';
import { useMine } from '@/features/requests/useMine';
import { GoOn } from '@/features/setup/components/GoOn';
import { StatusLine } from '@/features/status/components/StatusLine';
import type { Integration } from '@/lib/api/media';
import { may } from '../may';
import { useMe } from '../useMe';
import { useWishing } from '../wishes';

const NOTHING: readonly [] = [];

export function Home() {
  const me = useMe();
  const decides = may(me, 'requests:manage');
  const mine = useMine();
  const connects = may(me, 'settings:manage');
  const systems = useQuery({ ...integrationsQuery, enabled: connects }).data?.items;
  const missing = systems === undefined ? undefined : missingOf(systems);
  const counts = useQuery({ ...countsQuery('ALL'), enabled: decides });
  // The headline is said once: not before it is known whether somebody waits.
  const unsure = decides && counts.isPending;
  return (
    <HomePage
      ready={unsure ? undefined : mine.isError ? NOTHING : mine.data?.ready}
      moving={mine.data?.moving.length ?? 0}
      waiting={decides ? (counts.data?.pending ?? 0) : 0}
      statusLine={
        <>
          {missing !== undefined && <GoOn step={missing} />}
          <StatusLine />
        </>
      }
      motion={<MotionList />}
      downloads={<DownloadsNow />}
      onRequest={useWishing()}
    />
  );
}

/** What nothing goes without; that nobody gets requests yet is a choice. */
function missingOf(systems: readonly Integration[]): 'plex' | 'films' | undefined {
  const has = (kind: Integration['kind']) =>
    systems.some((system) => system.kind === kind && system.configured);
  if (!has('PLEX')) return 'plex';
  return has('TMDB') ? undefined : 'films';
}
