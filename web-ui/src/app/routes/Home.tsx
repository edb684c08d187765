import { useQuery } from '@tanstack/react-query';
import { HomePage } from '@/features/browse/routes/HomePage';
import { DownloadsNow } from '@/features/downloads/components/DownloadsNow';
import { countsQuery } from '@/features/requests/api/countRequests';
import { MotionList } from '@/features/requests/components/MotionList';
import { useMine } from '@/features/requests/useMine';
import { StatusLine } from '@/features/status/components/StatusLine';
import { may } from '../may';
import { useMe } from '../useMe';
import { wishForTitle } from '../wishes';

const NOTHING: readonly [] = [];

export function Home() {
  const me = useMe();
  const decides = may(me, 'requests:manage');
  const mine = useMine();
  const counts = useQuery({ ...countsQuery('ALL'), enabled: decides }).data;
  return (
    <HomePage
      ready={mine.isError ? NOTHING : mine.data?.ready}
      moving={mine.data?.moving.length ?? 0}
      waiting={decides ? (counts?.pending ?? 0) : 0}
      statusLine={<StatusLine />}
      motion={<MotionList />}
      downloads={<DownloadsNow />}
      onRequest={wishForTitle}
    />
  );
}
