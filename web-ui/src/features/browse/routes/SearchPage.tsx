import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Compass, Link2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Empty } from '@/components/Empty';
import { ErrorPanel } from '@/components/ErrorPanel';
import { Infinite } from '@/components/Infinite';
import { PageTitle } from '@/components/PageTitle';
import { Poster } from '@/components/Poster';
import { PosterCard, PosterSkeletons } from '@/components/PosterCard';
import { Track } from '@/components/Track';
import { kindOf, type TitleCard } from '@/lib/api/media';
import { useI18n } from '@/lib/i18n';
import { useFormat } from '@/lib/i18n/useFormat';
import { hostOf, linkIn } from '@/lib/links';
import { Problem } from '@/lib/problem';
import { fractionOf } from '@/lib/titles/standing';
import { stateWords } from '@/lib/titles/words';
import { searchPagesQuery, SHORTEST, type Found } from '../api/search';
import { CatalogueNote } from '../components/CatalogueNote';
import { FindFilters } from '../components/FindFilters';
import type { FindFilter } from '../filters';
import './search.css';

export interface FindSearch extends FindFilter {
  readonly q?: string;
}

interface SearchPageProps {
  readonly search: FindSearch;
  readonly onSearch: (search: FindSearch) => void;
  readonly onRequest: (title: TitleCard) => void;
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
            <Groups
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

function countOf({ library, onTheWay, requestable }: Found): number {
  return library.length + onTheWay.length + requestable.length;
}

function Groups({
  results,
  query,
  filter,
  hasLink,
  onRequest,
}: {
  readonly results: Found;
  readonly query: string;
  readonly filter: FindFilter;
  readonly hasLink: boolean;
  readonly onRequest: (title: TitleCard) => void;
}) {
  const { t } = useI18n();
  const { library, onTheWay, requestable } = results;
  if (countOf(results) === 0 && !hasLink) {
    if (Object.keys(filter).length > 0) {
      return (
        <div className="pt-8">
          <Empty
            title={t('find.nothing.filtered', { query })}
            text={t('find.nothing.filtered.text')}
          >
            <Link
              to="/search"
              search={{ q: query }}
              className="btn mt-2"
              activeOptions={{ exact: true }}
            >
              {t('find.unfilter')}
            </Link>
          </Empty>
        </div>
      );
    }
    return (
      <div className="pt-8">
        <Empty
          title={t('find.nothing', { query })}
          text={t(
            results.catalogue.state === 'UP' ? 'find.nothing.text' : 'find.nothing.catalogue',
          )}
        />
      </div>
    );
  }
  const cards = (titles: readonly TitleCard[]) => (
    <ul className="gp">
      {titles.map((title) => (
        <li key={`${title.type}-${title.tmdbId.toString()}`}>
          <PosterCard title={title} onRequest={onRequest} />
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {library.length > 0 && (
        <Group name={t('find.library')} hint={t('find.library.hint')}>
          {cards(library)}
        </Group>
      )}
      {onTheWay.length > 0 && (
        <Group name={t('find.onTheWay')} hint={t('find.onTheWay.hint')}>
          <ul className="way">
            {onTheWay.map((title) => (
              <Coming key={`${title.type}-${title.tmdbId.toString()}`} title={title} />
            ))}
          </ul>
        </Group>
      )}
      {requestable.length > 0 && (
        <Group name={t('find.requestable')} hint={t('find.requestable.hint')}>
          {cards(requestable)}
        </Group>
      )}
    </>
  );
}

function Group({
  name,
  hint,
  children,
}: {
  readonly name: string;
  readonly hint: string;
  readonly children: ReactNode;
}) {
  return (
    <section className="grp" aria-label={name}>
      <header>
        <h2>{name}</h2>
        <p>{hint}</p>
      </header>
      {children}
    </section>
  );
}

function Coming({ title }: { readonly title: TitleCard }) {
  const { t } = useI18n();
  const format = useFormat();
  const { standing } = title;
  const words = stateWords(standing, t, format);
  return (
    <li>
      <Link
        to="/title/$kind/$tmdbId"
        params={{ kind: kindOf(title.type), tmdbId: title.tmdbId.toString() }}
      >
        <Poster
          title={title.title}
          url={title.posterUrl}
          developed={fractionOf(standing)}
          className="th"
          sizes="84px"
        />
        <span className="min-w-0">
          <b className="h-card">{title.title}</b> <span className="text-muted">{title.year}</span>
          <span className="say num">{words}</span>
          <Track title={title.title} standing={standing} says={words} />
        </span>
      </Link>
    </li>
  );
}

/** Not a film? Bring it yourself. */
function PasteGroup({ link }: { readonly link: string | undefined }) {
  const { t } = useI18n();
  return (
    <Group name={t('find.link')} hint={t('find.link.hint')}>
      <div className="linkrow">
        <span className="reel" aria-hidden="true">
          <Link2 />
        </span>
        <p className="min-w-0">
          <b className="h-card block">
            {link === undefined
              ? t('find.link.title')
              : t('find.link.found', { host: hostOf(link) })}
          </b>
          <span className="text-muted">{t('find.link.text')}</span>
        </p>
        <Link
          to="/downloads"
          search={link === undefined ? {} : { link }}
          className={link === undefined ? 'btn' : 'btn pri'}
        >
          <Link2 aria-hidden />
          {t(link === undefined ? 'find.link.paste' : 'search.download')}
        </Link>
      </div>
    </Group>
  );
}
