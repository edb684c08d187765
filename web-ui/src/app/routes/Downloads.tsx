import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { DownloadsPage } from '@/features/downloads/routes/DownloadsPage';

const route = getRouteApi('/frame/downloads');

export function Downloads() {
  const { play, link } = route.useSearch();
  const navigate = useNavigate({ from: '/downloads' });

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
      link={link}
      onLinkTaken={takeLink}
      playing={play}
      onPlay={playIt}
      onStop={stop}
    />
  );
}
