import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Empty } from '@/components/Empty';
import { ErrorPanel } from '@/components/ErrorPanel';
import { Infinite } from '@/components/Infinite';
import { PageTitle } from '@/components/PageTitle';
import { PosterCard, PosterSkeletons } from '@/components/PosterCard';
import type { MediaType, TitleCard } from '@/lib/api/media';
import { useI18n } from '@/lib/i18n';
import { Problem } from '@/lib/problem';
import { discoverQuery } from '../api/discover';
import { CatalogueNote } from '../components/CatalogueNote';
import { ShelfFilters } from '../components/ShelfFilters';
import { TYPES, type ShelfFilter } from '../filters';
import { LISTS, type List } from '../lists';

export interface DiscoverSearch extends ShelfFilter {
  readonly list?: List;
  readonly type?: MediaType;
}

interface DiscoverPageProps {
  readonly search: DiscoverSearch;
  readonly onSearch: (search: DiscoverSearch) => void;
  readonly onRequest: ((title: TitleCard) => void) | undefined;
}

/** Posters to look through. What is chosen is in the address, and Back is where one was. */
export function DiscoverPage({ search, onSearch, onRequest }: DiscoverPageProps) {
  const { t } = useI18n();
  const { list = 'trending', type = 'MOVIE', ...filter } = search;
  const found = useInfiniteQuery(discoverQuery({ list, type, filter }));
  const { genre: _genre, ...ungenred } = search;
  const { year: _year, provider: _provider, rating: _rating, ...unfiltered } = ungenred;

  return (
    <div className="wrap">
      <PageTitle>{t('page.discover')}</PageTitle>
      <h1 className="h-page pt-7 max-desk:pt-4" tabIndex={-1}>
        {t(`discover.head.${list}`)}
      </h1>
      <nav className="chips scroll mt-5" aria-label={t('discover.lists')}>
        {LISTS.map((one) => (
          <Choice key={one} search={{ ...search, list: one }} chosen={one === list}>
            {t(`discover.list.${one}`)}
          </Choice>
        ))}
        <span className="mx-1 w-px self-stretch bg-line max-desk:hidden" aria-hidden="true" />
        {TYPES.map((one) => (
          <Choice key={one} search={{ ...ungenred, type: one }} chosen={type === one}>
            {t(`requests.type.${one}`)}
          </Choice>
        ))}
      </nav>
      <ShelfFilters search={search} onSearch={onSearch} />
      <CatalogueNote catalogue={found.data?.catalogue} onRetry={() => void found.refetch()} />
      <div className="mt-6">
        {found.data !== undefined ? (
          <>
            {found.data.titles.length === 0 && found.data.catalogue?.state === 'UP' && (
              <Empty title={t('discover.none')} text={t('discover.none.text')}>
                {Object.keys(filter).length > 0 && (
                  <Link to="/discover" search={unfiltered} className="btn mt-2" resetScroll={false}>
                    {t('discover.unfilter')}
                  </Link>
                )}
              </Empty>
            )}
            <ul className="grid-posters">
              {found.data.titles.map((title) => (
                <li key={`${title.type}-${title.tmdbId.toString()}`}>
                  <PosterCard title={title} onRequest={onRequest} />
                </li>
              ))}
              {found.isFetchingNextPage && <PosterSkeletons count={8} />}
            </ul>
            <Infinite
              hasMore={
                found.hasNextPage && !found.isFetchingNextPage && !found.isFetchNextPageError
              }
              onMore={() => void found.fetchNextPage()}
            />
          </>
        ) : found.isError ? (
          <ErrorPanel
            badge={t('discover.failed')}
            problem={Problem.from(found.error)}
            busy={found.isFetching}
            onRetry={() => void found.refetch()}
          />
        ) : (
          <ul className="grid-posters" aria-busy="true">
            <PosterSkeletons count={16} />
          </ul>
        )}
      </div>
      <p className="hint pt-10">
        {t('title.attribution')} {t('discover.attribution')}
      </p>
    </div>
  );
}

function Choice({
  search,
  chosen,
  children,
}: {
  readonly search: DiscoverSearch;
  readonly chosen: boolean;
  readonly children: string;
}) {
  return (
    <Link
      to="/discover"
      search={search}
      className="chip"
      resetScroll={false}
      aria-current={chosen ? 'page' : undefined}
      activeProps={{}}
    >
      {children}
    </Link>
  );
}
