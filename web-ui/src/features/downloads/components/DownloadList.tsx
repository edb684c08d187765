import { useEffect, useRef } from 'react';
import { Button } from '@/components/Button';
import { Empty } from '@/components/Empty';
import { ErrorPanel } from '@/components/ErrorPanel';
import type { Download } from '@/lib/api/downloads';
import { useI18n } from '@/lib/i18n';
import { Problem } from '@/lib/problem';
import { isFinal } from '../merge';
import { useDownloads } from '../useDownloads';
import { CardSkeletons } from './CardSkeletons';
import { DownloadCard } from './DownloadCard';

interface DownloadListProps {
  readonly onPlay: (id: string) => void;
  readonly onRemove: (download: Download) => void;
}

/** Everything on its way first, then what came before; older ones follow as one scrolls. */
export function DownloadList({ onPlay, onRemove }: DownloadListProps) {
  const { t } = useI18n();
  const list = useDownloads();

  if (list.data === undefined) {
    return list.isError ? (
      <ErrorPanel
        badge={t('downloads.error.badge')}
        problem={Problem.from(list.error)}
        reassurance={t('downloads.error.safe')}
        busy={list.isFetching}
        onRetry={() => {
          void list.refetch();
        }}
      />
    ) : (
      <CardSkeletons />
    );
  }
  if (list.data.length === 0)
    return <Empty title={t('downloads.empty.title')} text={t('downloads.empty.text')} />;

  const running = list.data.filter((download) => !isFinal(download));
  const ended = list.data.filter(isFinal);
  const card = (download: Download) => (
    <DownloadCard key={download.id} download={download} onPlay={onPlay} onRemove={onRemove} />
  );

  return (
    <section className="cards" aria-label={t('downloads.list')}>
      {running.length > 0 && (
        <header key="now" className="mb-4 flex flex-wrap items-baseline gap-x-3">
          <h2 className="h-sec">{t('downloads.now')}</h2>
          <span className="flex items-center gap-2 text-muted">
            <span className="livedot" aria-hidden="true" />
            {t('downloads.running', { count: running.length })}
          </span>
        </header>
      )}
      {running.map(card)}
      {ended.length > 0 && (
        <header key="earlier" className={`mb-4 ${running.length > 0 ? 'mt-9' : ''}`}>
          <h2 className="h-sec">{t('downloads.earlier')}</h2>
        </header>
      )}
      {ended.map(card)}
      <MoreCards list={list} />
    </section>
  );
}

/** Loads the next page shortly before its place comes into sight. */
function MoreCards({ list }: { readonly list: ReturnType<typeof useDownloads> }) {
  const { t } = useI18n();
  const end = useRef<HTMLDivElement>(null);
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = list;
  const mayLoad = hasNextPage && !isFetchingNextPage && !isFetchNextPageError;

  useEffect(() => {
    const place = end.current;
    if (!mayLoad || place === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) void fetchNextPage();
      },
      { rootMargin: '600px' },
    );
    observer.observe(place);
    return () => {
      observer.disconnect();
    };
  }, [mayLoad, fetchNextPage]);

  return (
    <div ref={end} className="min-h-4">
      {isFetchingNextPage && <CardSkeletons label={t('downloads.more.loading')} />}
      {isFetchNextPageError && (
        <p
          className="flex flex-wrap items-center gap-3 border-t border-line py-5 text-muted"
          role="alert"
        >
          {t('downloads.more.error')}
          <Button size="sm" onClick={() => void fetchNextPage()}>
            {t('action.tryAgain')}
          </Button>
        </p>
      )}
    </div>
  );
}
