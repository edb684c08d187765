import { Link } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useCallback, type ReactNode } from 'react';
import { InboxPage } from '@/features/inbox/routes/InboxPage';
import { useReading } from '@/features/inbox/useReading';
import type { News } from '@/lib/api/auth';
import { useI18n } from '@/lib/i18n';
import { placeOf } from '../places';
import { useMe } from '../useMe';

export function Inbox() {
  const { t } = useI18n();
  const { mutate: read } = useReading();
  // The same as long as it does the same: each row holds on to it.
  const link = useCallback(
    (news: News, words: ReactNode) => (
      <Link
        {...placeOf(news.link)}
        className="row-link hover:underline"
        onClick={() => {
          if (news.readAt === null) read({ id: news.id });
        }}
      >
        {words}
      </Link>
    ),
    [read],
  );
  return (
    <InboxPage
      self={useMe().id}
      link={link}
      next={
        <Link to="/discover" className="btn pri mt-2">
          <Search aria-hidden />
          {t('requests.find')}
        </Link>
      }
    />
  );
}
