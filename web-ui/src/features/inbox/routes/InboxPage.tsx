import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { CheckCheck, SlidersHorizontal } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { Button } from '@/components/Button';
import { Empty } from '@/components/Empty';
import { ErrorPanel } from '@/components/ErrorPanel';
import { Infinite } from '@/components/Infinite';
import { PageTitle } from '@/components/PageTitle';
import type { News } from '@/lib/api/auth';
import { useI18n } from '@/lib/i18n';
import { Problem } from '@/lib/problem';
import { inboxQuery } from '../api/inbox';
import { unreadQuery } from '../api/unread';
import { NewsRow, NewsSkeletons } from '../components/NewsRow';
import { ReadAloud } from '../components/ReadAloud';
import { WaysSheet } from '../components/WaysSheet';
import { useReading } from '../useReading';
import './inbox.css';

/** The server counts no further. */
const MOST_COUNTED = 99;

interface InboxPageProps {
  /** Whose inbox it is. */
  readonly self: string;
  /** Draws the way to what a row is about, around its words. */
  readonly link: (news: News, words: ReactNode) => ReactNode;
  /** What to do next as long as nothing has happened. */
  readonly next: ReactNode;
}

export function InboxPage({ self, link, next }: InboxPageProps) {
  const { t } = useI18n();
  const unread = useQuery(unreadQuery).data?.count ?? 0;
  const news = useInfiniteQuery(inboxQuery).data;
  const reading = useReading();
  const [choosing, setChoosing] = useState(false);
  const headline = useRef<HTMLHeadingElement>(null);
  return (
    <div className="wrap">
      <PageTitle>{t('page.inbox')}</PageTitle>
      <div className="inbox">
        <header className="inbox-h">
          <div className="min-w-64 flex-1">
            <h1 ref={headline} className="h-page" tabIndex={-1}>
              {unread === 0
                ? t('inbox.head')
                : unread > MOST_COUNTED
                  ? t('inbox.head.many', { count: MOST_COUNTED })
                  : t('inbox.head.new', { count: unread })}
            </h1>
            <p className="lead mt-1.5">{t('inbox.lead')}</p>
          </div>
          {unread > 0 && (
            <Button
              look="line"
              icon={<CheckCheck aria-hidden />}
              busy={reading.isPending}
              onClick={() => {
                // The button goes; the headline says what is so now.
                headline.current?.focus({ preventScroll: true });
                reading.mutate('ALL');
              }}
            >
              {t('inbox.readAll')}
            </Button>
          )}
          <Button
            look="quiet"
            icon={<SlidersHorizontal aria-hidden />}
            aria-haspopup="dialog"
            onClick={() => {
              setChoosing(true);
            }}
          >
            {t('ways.open')}
          </Button>
        </header>
        {news !== undefined && <ReadAloud news={news} />}
        <List link={link} next={next} />
      </div>
      <WaysSheet
        open={choosing}
        self={self}
        onClose={() => {
          setChoosing(false);
        }}
      />
    </div>
  );
}

function List({ link, next }: Omit<InboxPageProps, 'self'>) {
  const { t } = useI18n();
  const list = useInfiniteQuery(inboxQuery);
  if (list.data === undefined) {
    return list.isError ? (
      <div className="mt-6">
        <ErrorPanel
          badge={t('inbox.failed')}
          problem={Problem.from(list.error)}
          reassurance={t('inbox.failed.safe')}
          busy={list.isFetching}
          onRetry={() => void list.refetch()}
        />
      </div>
    ) : (
      <div role="status" aria-label={t('inbox.loading')}>
        <NewsSkeletons />
      </div>
    );
  }
  if (list.data.length === 0) {
    return (
      <div className="mt-6">
        <Empty title={t('inbox.none')} text={t('inbox.none.text')}>
          {next}
        </Empty>
      </div>
    );
  }
  return (
    <>
      <ul className="news" aria-label={t('page.inbox')}>
        {list.data.map((news) => (
          <NewsRow key={news.id} news={news} link={link} />
        ))}
      </ul>
      <Infinite
        hasMore={list.hasNextPage && !list.isFetchingNextPage && !list.isFetchNextPageError}
        onMore={() => void list.fetchNextPage()}
      />
      {list.isFetchingNextPage && <NewsSkeletons />}
    </>
  );
}
