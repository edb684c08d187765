import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Bell } from 'lucide-react';
import { unreadQuery } from '@/features/inbox/api/unread';
import { useI18n } from '@/lib/i18n';

const MOST_SHOWN = 99;

/** The way to the inbox, and how much waits there. */
export function InboxBell() {
  const { t } = useI18n();
  const count = useQuery(unreadQuery).data?.count ?? 0;
  const name = count === 0 ? t('page.inbox') : t('inbox.bell', { count });
  return (
    <Link to="/inbox" className="btn quiet ic bell" aria-label={name} title={name}>
      <Bell aria-hidden strokeWidth={1.75} />
      {count > 0 && (
        <span className="count" aria-hidden="true">
          {count > MOST_SHOWN ? `${MOST_SHOWN}+` : count}
        </span>
      )}
    </Link>
  );
}
