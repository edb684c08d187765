import { Link } from '@tanstack/react-router';
import type { RequestCounts } from '@/lib/api/media';
import { useI18n, type Key } from '@/lib/i18n';
import { STATES, type RequestsSearch, type StateFilter } from '../filters';

const COUNTED: Readonly<Record<StateFilter, keyof RequestCounts>> = {
  PENDING: 'pending',
  APPROVED: 'approved',
  PROCESSING: 'processing',
  PARTIALLY_AVAILABLE: 'partiallyAvailable',
  AVAILABLE: 'available',
  FAILED: 'failed',
  DECLINED: 'declined',
  CANCELLED: 'cancelled',
};

/** One tab a state that somebody's request is in. */
export function RequestTabs({
  search,
  counts,
}: {
  readonly search: RequestsSearch;
  readonly counts: RequestCounts | undefined;
}) {
  const { t } = useI18n();
  const { state: _any, request: _open, ...rest } = search;
  return (
    <nav className="tabs mt-5" aria-label={t('requests.states')}>
      <Link
        to="/requests"
        search={rest}
        aria-current={search.state === undefined ? 'page' : undefined}
        activeProps={{}}
      >
        {t('requests.tab.all')}
      </Link>
      {STATES.map((state) => {
        const count = counts?.[COUNTED[state]];
        if (count === 0 && search.state !== state) return null;
        const name: Extract<Key, `requests.tab.${string}`> = `requests.tab.${state}`;
        return (
          <Link
            key={state}
            to="/requests"
            search={{ ...rest, state }}
            aria-current={search.state === state ? 'page' : undefined}
            activeProps={{}}
          >
            {t(name)} {count !== undefined && <span className="num">{count}</span>}
          </Link>
        );
      })}
    </nav>
  );
}
