import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { Mark } from '@/components/Mark';
import { useRunningCount } from '@/features/downloads/useDownloads';
import { countsQuery } from '@/features/requests/api/countRequests';
import { useI18n } from '@/lib/i18n';
import { may } from '../may';
import { PAGES } from '../pages';
import { useMe } from '../useMe';

/** Beside the page on a desk, below it in the hand. */
export function Rail({ onSearch }: { readonly onSearch: () => void }) {
  const { t } = useI18n();
  const running = useRunningCount();
  const me = useMe();
  const decides = may(me, 'requests:manage');
  const waiting = useQuery({ ...countsQuery('ALL'), enabled: decides }).data?.pending ?? 0;
  return (
    <nav className="rail" aria-label={t('app.pages')}>
      <Link to="/" className="mark" aria-label={t('app.home')}>
        <Mark />
      </Link>
      {PAGES.filter(({ needs }) => needs === undefined || may(me, needs)).map(
        ({ to, name, icon: Icon, minor }) => (
          <Link
            key={to}
            to={to}
            activeOptions={{ exact: to === '/', includeSearch: false }}
            className={`nav ${minor === true ? 'minor' : ''}`}
          >
            <Icon aria-hidden strokeWidth={1.75} />
            {t(name)}
            {name === 'page.requests' && waiting > 0 && (
              <span className="count">
                <span aria-hidden="true">{waiting}</span>
                <span className="vh">{t('requests.head.waiting', { count: waiting })}</span>
              </span>
            )}
            {name === 'page.downloads' && running > 0 && (
              <span className="live">
                <span className="vh">{t('downloads.running', { count: running })}</span>
              </span>
            )}
          </Link>
        ),
      )}
      <button type="button" className="nav desk:hidden!" onClick={onSearch}>
        <Search aria-hidden strokeWidth={1.75} />
        {t('page.search')}
      </button>
    </nav>
  );
}
