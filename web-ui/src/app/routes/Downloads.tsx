import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { DownloadsPage } from '@/features/downloads/routes/DownloadsPage';
import { may } from '../may';
import { useMe } from '../useMe';

const route = getRouteApi('/frame/downloads');

export function Downloads() {
  const { play, link } = route.useSearch();
  const navigate = useNavigate({ from: '/downloads' });
  const mayAdd = may(useMe(), 'downloads:create');

  const takeLink = useCallback(() => {
    void navigate({
      search: ({ play }) => (play === undefined ? {} : { play }),
      replace: true,
      resetScroll: false,
    });
  }, [navigate]);
  const playIt = useCallback(
    (id: string) => {
      void navigate({ search: { play: id }, resetScroll: false });
    },
    [navigate],
  );
  const stop = useCallback(() => {
    void navigate({ search: {}, resetScroll: false });
  }, [navigate]);

  return (
    <DownloadsPage
      mayAdd={mayAdd}
      link={link}
      onLinkTaken={takeLink}
      playing={play}
      onPlay={playIt}
      onStop={stop}
    />
  );
}
