import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Compass } from 'lucide-react';
import { Empty } from '@/components/Empty';
import { ErrorPanel } from '@/components/ErrorPanel';
import { Infinite } from '@/components/Infinite';
import { PageTitle } from '@/components/PageTitle';
import { PosterSkeletons } from '@/components/PosterCard';
import type { TitleCard } from '@/lib/api/media';
import { useI18n } from '@/lib/i18n';
import { linkIn } from '@/lib/links';
import { Problem } from '@/lib/problem';
import { countOf, searchPagesQuery, SHORTEST } from '../api/search';
import { CatalogueNote } from '../components/CatalogueNote';
import { FindFilters } from '../components/FindFilters';
import { FoundGroups } from '../components/FoundGroups';
import { Group } from '../components/Group';
import { PasteGroup } from '../components/PasteGroup';
import type { FindFilter } from '../filters';
import './search.css';

export interface FindSearch extends FindFilter {
  readonly q?: string;
}

interface SearchPageProps {
  readonly search: FindSearch;
  readonly onSearch: (search: FindSearch) => void;
  readonly onRequest: ((title: TitleCard) => void) | undefined;
}

/** Four honest groups: what one can play, what is coming, what one can ask for, and what one brings along. */
export function SearchPage({ search: wanted, onSearch, onRequest }: SearchPageProps) {
  const { t } = useI18n();
  const { q: query = '', ...filter } = wanted;
  const search = useInfiniteQuery(searchPagesQuery(query, filter));
  const written = query.trim();
  const link = linkIn(written);
  const results = written.length < SHORTEST ? undefined : search.data;

  return (
    <div className="wrap">
      <PageTitle>
        {written === '' ? t('page.search') : t('find.page', { query: written })}
      </PageTitle>
      <h1 className="vh" tabIndex={-1}>
        {t('page.search')}
      </h1>
      {written.length >= SHORTEST && <FindFilters search={wanted} onSearch={onSearch} />}
      {results !== undefined && (
        <CatalogueNote catalogue={results.catalogue} onRetry={() => void search.refetch()} />
      )}
      <p className="vh" role="status">
        {results !== undefined &&
          !search.isPlaceholderData &&
          t('search.count', { count: countOf(results) })}
      </p>
      <div
        className={search.isPlaceholderData ? 'sought old' : 'sought'}
        aria-busy={search.isFetching}
      >
        {results !== undefined ? (
          <>
            <FoundGroups
              results={results}
              query={written}
              filter={filter}
              onRequest={onRequest}
              hasLink={link !== undefined}
            />
            <Infinite
              hasMore={
                search.hasNextPage &&
                !search.isFetchingNextPage &&
                !search.isFetchNextPageError &&
                !search.isPlaceholderData
              }
              onMore={() => void search.fetchNextPage()}
            />
          </>
        ) : search.isError && written.length >= SHORTEST ? (
          <div className="pt-6">
            <ErrorPanel
              badge={t('find.failed')}
              problem={Problem.from(search.error)}
              busy={search.isFetching}
              onRetry={() => void search.refetch()}
            />
          </div>
        ) : written.length >= SHORTEST ? (
          <Group name={t('find.library')} hint={t('find.library.hint')}>
            <ul className="gp">
              <PosterSkeletons count={5} />
            </ul>
          </Group>
        ) : (
          <div className="pt-8">
            <Empty title={t('find.begin')} text={t('find.begin.text')}>
              <Link to="/discover" className="btn mt-2">
                <Compass aria-hidden />
                {t('page.discover')}
              </Link>
            </Empty>
          </div>
        )}
        <PasteGroup link={link} />
      </div>
      <p className="hint pt-6">{t('title.attribution')}</p>
    </div>
  );
}
