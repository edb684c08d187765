import { useMatch, useNavigate } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTopDimmed } from '@/components/lights';
import { useI18n } from '@/lib/i18n';
import { SEARCH_KEYS } from '@/lib/keys';
import type { LiveState } from '@/lib/live';
import { ConnectionBadge } from './Connection';
import { InboxBell } from './InboxBell';
import { UserMenu } from './UserMenu';

const SearchField = lazy(async () => ({
  default: (await import('@/features/browse/components/SearchField')).SearchField,
}));

interface TopBarProps {
  readonly live: LiveState;
  readonly onSearch: () => void;
}

export function TopBar({ live, onSearch }: TopBarProps) {
  const dimmed = useTopDimmed();
  const search = useMatch({ from: '/frame/search', shouldThrow: false });
  return (
    <header className="top" {...(dimmed ? { 'data-theme': 'dark', 'data-over': '' } : {})}>
      {search === undefined ? (
        <FindButton onSearch={onSearch} />
      ) : (
        <Suspense fallback={<FindButton onSearch={onSearch} />}>
          <FindField query={search.search.q ?? ''} />
        </Suspense>
      )}
      <div className="ml-auto flex items-center gap-1.5">
        <span className="mr-1.5">
          <ConnectionBadge state={live} />
        </span>
        <InboxBell />
        <UserMenu />
      </div>
    </header>
  );
}

/** On the page of the search, the bar is its field. */
function FindField({ query }: { readonly query: string }) {
  const navigate = useNavigate({ from: '/search' });
  return (
    <SearchField
      query={query}
      onQuery={(next) => {
        if (next === query) return;
        void navigate({
          search: ({ q: _before, ...filter }) => (next === '' ? filter : { ...filter, q: next }),
          replace: true,
          resetScroll: false,
        });
      }}
    />
  );
}

function FindButton({ onSearch }: Pick<TopBarProps, 'onSearch'>) {
  const { t } = useI18n();
  return (
    <button
      type="button"
      className="find"
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K /"
      onClick={onSearch}
    >
      <Search aria-hidden strokeWidth={1.75} />
      <span className="clip flex-1 max-desk:hidden" title={t('search.placeholder')}>
        {t('search.placeholder')}
      </span>
      <span className="clip flex-1 desk:hidden" title={t('search.placeholder.short')}>
        {t('search.placeholder.short')}
      </span>
      <span className="kbd max-desk:hidden" aria-hidden="true">
        {SEARCH_KEYS}
      </span>
    </button>
  );
}
