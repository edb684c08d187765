import { Link } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { Mark } from '@/components/Mark';
import { useRunningCount } from '@/features/downloads/useDownloads';
import { useI18n } from '@/lib/i18n';
import { PAGES } from '../pages';

/** Beside the page on a desk, below it in the hand. */
export function Rail({ onSearch }: { readonly onSearch: () => void }) {
  const { t } = useI18n();
  const running = useRunningCount();
  return (
    <nav className="rail" aria-label={t('app.pages')}>
      <Link to="/" className="mark" aria-label={t('app.home')}>
        <Mark />
      </Link>
      {PAGES.map(({ to, name, icon: Icon }) => (
        <Link
          key={to}
          to={to}
          activeOptions={{ exact: to === '/', includeSearch: false }}
          className="nav"
        >
          <Icon aria-hidden strokeWidth={1.75} />
          {t(name)}
          {name === 'page.downloads' && running > 0 && (
            <span className="live">
              <span className="vh">{t('downloads.running', { count: running })}</span>
            </span>
          )}
        </Link>
      ))}
      <button type="button" className="nav desk:hidden!" onClick={onSearch}>
        <Search aria-hidden strokeWidth={1.75} />
        {t('page.search')}
      </button>
    </nav>
  );
}
