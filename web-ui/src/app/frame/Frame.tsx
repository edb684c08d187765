import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useState } from 'react';
import { Toaster } from '@/components/Toaster';
import { useI18n } from '@/lib/i18n';
import { OfflineBanner } from './Connection';
import { Rail } from './Rail';
import { TopBar } from './TopBar';
import { useLive } from './useLive';
import { Wishes } from './Wishes';
import { useSearchKeys } from './useSearchKeys';
import '@/styles/frame.css';

const Search = lazy(async () => ({ default: (await import('./Search')).Search }));

/** What stands around every page of a signed-in person. */
export function Frame() {
  const { t } = useI18n();
  const live = useLive();
  const [searching, setSearching] = useState(false);
  const [wasSearched, setWasSearched] = useState(false);

  const openSearch = useCallback(() => {
    setSearching(true);
    setWasSearched(true);
  }, []);
  const closeSearch = useCallback(() => {
    setSearching(false);
  }, []);
  useSearchKeys(openSearch);

  return (
    <>
      <a className="skip" href="#main">
        {t('app.skip')}
      </a>
      <Rail onSearch={openSearch} />
      <div className="page" data-live={live.state.status}>
        <TopBar live={live.state} onSearch={openSearch} />
        <OfflineBanner state={live.state} onTryNow={live.tryNow} />
        <main id="main" tabIndex={-1} className="outline-none">
          <Outlet />
        </main>
      </div>
      {wasSearched && (
        <Suspense>
          <Search open={searching} onClose={closeSearch} />
        </Suspense>
      )}
      <Wishes />
      <Toaster />
    </>
  );
}
