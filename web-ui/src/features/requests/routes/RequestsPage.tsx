import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useCallback, useState } from 'react';
import { Empty } from '@/components/Empty';
import { ErrorPanel } from '@/components/ErrorPanel';
import { Infinite } from '@/components/Infinite';
import { PageTitle } from '@/components/PageTitle';
import { Picker } from '@/components/Picker';
import type { MediaType, RequestCounts, RequestView } from '@/lib/api/media';
import { useI18n, type Key } from '@/lib/i18n';
import { Problem } from '@/lib/problem';
import { countsQuery } from '../api/countRequests';
import { requestsQuery, type Filter, type Scope, type Sort } from '../api/listRequests';
import { BulkBar } from '../components/BulkBar';
import { RequestPanel } from '../components/RequestPanel';
import { RequestRow, RowSkeletons } from '../components/RequestRow';
import { STATES, type StateFilter } from '../filters';
import { useDeeds } from '../useDeeds';
import './requests.css';

export interface RequestsSearch {
  readonly scope?: Scope;
  readonly state?: StateFilter;
  readonly type?: MediaType;
  readonly sort?: Sort;
  readonly request?: string;
}

interface RequestsPageProps {
  readonly search: RequestsSearch;
  /** Whether the one in front of the screen may see what others asked for. */
  readonly mayViewAll: boolean;
  readonly onSearch: (search: RequestsSearch) => void;
}

export function RequestsPage({ search, mayViewAll, onSearch }: RequestsPageProps) {
  const { t } = useI18n();
  const scope = mayViewAll ? (search.scope ?? 'ALL') : 'MINE';
  const counts = useQuery(countsQuery(scope)).data;

  return (
    <div className="wrap">
      <PageTitle>{t('page.requests')}</PageTitle>
      <div className="pt-7 max-desk:pt-4">
        <Headline counts={counts} scope={scope} />
      </div>
      <div className="rq">
        <div className="min-w-0">
          <Tabs search={search} counts={counts} />
          <Filters search={search} scope={scope} mayViewAll={mayViewAll} onSearch={onSearch} />
          <List
            key={`${scope}-${search.state ?? ''}-${search.type ?? ''}-${search.sort ?? ''}`}
            filter={{ scope, state: search.state, type: search.type, sort: search.sort }}
            selected={search.request}
          />
        </div>
        <RequestPanel
          id={search.request}
          onClose={() => {
            const { request: _closed, ...rest } = search;
            onSearch(rest);
          }}
        />
      </div>
    </div>
  );
}

/** A sentence about deeds, never the name of the page. */
function Headline({
  counts,
  scope,
}: {
  readonly counts: RequestCounts | undefined;
  readonly scope: Scope;
}) {
  const { t } = useI18n();
  const pending = counts?.pending ?? 0;
  const moving = (counts?.approved ?? 0) + (counts?.processing ?? 0);
  const title =
    pending > 0
      ? t(scope === 'ALL' ? 'requests.head.waiting' : 'requests.head.asked', { count: pending })
      : moving > 0
        ? t('requests.head.moving', { count: moving })
        : t(scope === 'ALL' ? 'requests.head.calm' : 'requests.head.none');
  const failed = counts?.failed ?? 0;
  return (
    <>
      <h1 className="h-page" tabIndex={-1}>
        {title}
      </h1>
      <p className="lead mt-1.5">
        {failed > 0 ? t('requests.lead.failed', { count: failed }) : t('requests.lead')}
      </p>
    </>
  );
}

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

function Tabs({
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

function Filters({
  search,
  scope,
  mayViewAll,
  onSearch,
}: RequestsPageProps & { readonly scope: Scope }) {
  const { t } = useI18n();
  const { type: _type, ...untyped } = search;
  return (
    <div className="filt">
      {mayViewAll && (
        <div className="chips" role="group" aria-label={t('requests.whose')}>
          {(['ALL', 'MINE'] as const).map((one) => (
            <button
              key={one}
              type="button"
              className="chip"
              aria-pressed={scope === one}
              onClick={() => {
                onSearch({ ...search, scope: one });
              }}
            >
              {t(`requests.scope.${one}`)}
            </button>
          ))}
        </div>
      )}
      <Picker
        label={t('requests.type')}
        any={t('requests.type.any')}
        value={search.type}
        options={(['MOVIE', 'SERIES'] as const).map((type) => ({
          value: type,
          name: t(`requests.type.${type}`),
        }))}
        onPick={(value) => {
          onSearch(value === 'MOVIE' || value === 'SERIES' ? { ...search, type: value } : untyped);
        }}
      />
      <Picker
        className="last"
        label={t('requests.sort')}
        value={search.sort ?? 'NEWEST'}
        options={(['NEWEST', 'OLDEST', 'UPDATED'] as const).map((sort) => ({
          value: sort,
          name: t(`requests.sort.${sort}`),
        }))}
        onPick={(value) => {
          onSearch({ ...search, sort: value as Sort });
        }}
      />
    </div>
  );
}

function List({
  filter,
  selected,
}: {
  readonly filter: Filter;
  readonly selected: string | undefined;
}) {
  const { t } = useI18n();
  const list = useInfiniteQuery(requestsQuery(filter));
  const deeds = useDeeds();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [approving, setApproving] = useState(false);
  const check = useCallback((id: string, checked: boolean) => {
    setChosen((before) => {
      const next = new Set(before);
      if (checked) next.add(id);
      else next.delete(id);
      return next;
    });
  }, []);

  if (list.data === undefined) {
    return list.isError ? (
      <ErrorPanel
        badge={t('requests.failed')}
        problem={Problem.from(list.error)}
        reassurance={t('requests.failed.safe')}
        busy={list.isFetching}
        onRetry={() => void list.refetch()}
      />
    ) : (
      <div role="status" aria-label={t('requests.loading')}>
        <RowSkeletons />
      </div>
    );
  }
  if (list.data.length === 0) return <Nothing filter={filter} />;

  const isPickable = (view: RequestView) => view.actions.includes('APPROVE');
  const picked = list.data.filter((view) => chosen.has(view.id) && isPickable(view));
  const firstWaiting = list.data.find(isPickable);

  return (
    <>
      <ul className="rl" aria-label={t('page.requests')}>
        {list.data.map((view) => (
          <RequestRow
            key={view.id}
            view={view}
            deeds={deeds}
            showsWho={filter.scope === 'ALL'}
            selected={view.id === selected}
            lit={picked.length === 0 && view === firstWaiting}
            checked={chosen.has(view.id) && isPickable(view)}
            onCheck={isPickable(view) ? check : undefined}
          />
        ))}
      </ul>
      <Infinite
        hasMore={list.hasNextPage && !list.isFetchingNextPage && !list.isFetchNextPageError}
        onMore={() => void list.fetchNextPage()}
      />
      {list.isFetchingNextPage && <RowSkeletons />}
      {picked.length > 0 && (
        <BulkBar
          count={picked.length}
          busy={approving}
          onClear={() => {
            setChosen(new Set());
          }}
          onApprove={() => {
            setApproving(true);
            void deeds.approveAll(picked).then(() => {
              setApproving(false);
              setChosen(new Set());
            });
          }}
        />
      )}
    </>
  );
}

function Nothing({ filter }: { readonly filter: Filter }) {
  const { t } = useI18n();
  const filtered = filter.state !== undefined || filter.type !== undefined;
  return (
    <div className="mt-4">
      <Empty
        title={t(filtered ? 'requests.none.filtered' : 'requests.none')}
        text={t(filtered ? 'requests.none.filtered.text' : 'requests.none.text')}
      >
        {filtered ? (
          <Link to="/requests" search={{ scope: filter.scope }} className="btn mt-2">
            {t('requests.showAll')}
          </Link>
        ) : (
          <Link to="/discover" className="btn pri mt-2">
            <Search aria-hidden />
            {t('requests.find')}
          </Link>
        )}
      </Empty>
    </div>
  );
}
