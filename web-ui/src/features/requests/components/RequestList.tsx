import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useCallback, useState } from 'react';
import { Empty } from '@/components/Empty';
import { ErrorPanel } from '@/components/ErrorPanel';
import { Infinite } from '@/components/Infinite';
import type { RequestView } from '@/lib/api/media';
import { useI18n } from '@/lib/i18n';
import { Problem } from '@/lib/problem';
import { requestsQuery, type Filter } from '../api/listRequests';
import { useDeeds } from '../useDeeds';
import { BulkBar } from './BulkBar';
import { RequestRow, RowSkeletons } from './RequestRow';

/** The requests that pass a filter, and what is done to several of them at once. */
export function RequestList({
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
