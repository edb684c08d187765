import { useQuery } from '@tanstack/react-query';
import { PageTitle } from '@/components/PageTitle';
import type { RequestCounts } from '@/lib/api/media';
import { useI18n } from '@/lib/i18n';
import { countsQuery } from '../api/countRequests';
import type { Scope } from '../api/listRequests';
import { RequestFilters } from '../components/RequestFilters';
import { RequestList } from '../components/RequestList';
import { RequestPanel } from '../components/RequestPanel';
import { RequestTabs } from '../components/RequestTabs';
import type { RequestsSearch } from '../filters';
import './requests.css';

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
          <RequestTabs search={search} counts={counts} />
          <RequestFilters
            search={search}
            scope={scope}
            mayViewAll={mayViewAll}
            onSearch={onSearch}
          />
          <RequestList
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
