import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ChevronRight, Play } from 'lucide-react';
import type { ReactNode } from 'react';
import { Hero } from '@/components/Hero';
import { PageTitle } from '@/components/PageTitle';
import { Poster } from '@/components/Poster';
import { RelativeTime } from '@/components/RelativeTime';
import { Shelf } from '@/components/Shelf';
import { kindOf, type RequestView, type TitleCard } from '@/lib/api/media';
import { useCapability } from '@/lib/capabilities';
import { useI18n, type Key, type Translate } from '@/lib/i18n';
import { discoverQuery } from '../api/discover';
import { recentlyAddedQuery } from '../api/recentlyAdded';
import { CatalogueNote } from '../components/CatalogueNote';
import './home.css';

interface HomePageProps {
  /** What became ready for the one in front of the screen; undefined while that is being asked. */
  readonly ready: readonly RequestView[] | undefined;
  readonly moving: number;
  /** How many people wait for a decision, for those who decide. */
  readonly waiting: number;
  readonly statusLine: ReactNode;
  readonly motion: ReactNode;
  readonly downloads: ReactNode;
  readonly onRequest: ((title: TitleCard) => void) | undefined;
}

const MOST_READY = 3;

export function HomePage({
  ready,
  moving,
  waiting,
  statusLine,
  motion,
  downloads,
  onRequest,
}: HomePageProps) {
  const { t } = useI18n();
  const recent = useQuery(recentlyAddedQuery);
  const trending = useInfiniteQuery(discoverQuery({ list: 'trending', type: 'MOVIE' }));
  const series = useInfiniteQuery(discoverQuery({ list: 'trending', type: 'SERIES' }));
  const picture =
    ready?.find(({ backdropUrl }) => backdropUrl !== null)?.backdropUrl ??
    (ready === undefined
      ? null
      : (recent.data?.items.find(({ backdropUrl }) => backdropUrl !== null)?.backdropUrl ??
        trending.data?.titles.find(({ backdropUrl }) => backdropUrl !== null)?.backdropUrl ??
        null));
  const titles = trending.data?.titles;

  return (
    <>
      <PageTitle>{t('page.home')}</PageTitle>
      <Hero picture={picture} className="home-hero">
        <h1 className="h-marquee home-h" tabIndex={-1}>
          {ready === undefined ? (
            <>
              <span className="vh">{t('page.home')}</span>
              <span className="skel h-[1.96em] w-[9em] max-w-full" aria-hidden="true" />
            </>
          ) : (
            headline(t, ready.length, moving, waiting)
          )}
        </h1>
        {waiting > 0 && (ready?.length ?? 0) === 0 && (
          <Link
            to="/requests"
            search={{ scope: 'ALL', state: 'PENDING' }}
            className="btn pri lg mt-6"
          >
            {t('home.decide', { count: waiting })}
          </Link>
        )}
        {ready !== undefined && ready.length > 0 && (
          <ul className="ready">
            {ready.slice(0, MOST_READY).map((view, index) => (
              <Ready key={view.id} view={view} first={index === 0} />
            ))}
          </ul>
        )}
      </Hero>
      <div className="wrap">
        {statusLine}
        <div className="cols mt-9">
          <div className="min-w-0">{motion}</div>
          <div className="min-w-0">{downloads}</div>
        </div>
        {(recent.data === undefined ? !recent.isError : recent.data.items.length > 0) && (
          <Shelf name={t('home.recent')} titles={recent.data?.items} onRequest={onRequest} />
        )}
        {(titles === undefined ? !trending.isError : titles.length > 0) && (
          <Shelf
            name={t('home.trending')}
            titles={titles}
            onRequest={onRequest}
            more={
              <Link to="/discover" className="more">
                {t('page.discover')}
                <ChevronRight aria-hidden />
              </Link>
            }
          />
        )}
        {(series.data?.titles.length ?? 0) > 0 && (
          <Shelf
            name={t('home.trending.series')}
            titles={series.data?.titles}
            onRequest={onRequest}
            more={
              <Link to="/discover" search={{ type: 'SERIES' }} className="more">
                {t('page.discover')}
                <ChevronRight aria-hidden />
              </Link>
            }
          />
        )}
        <CatalogueNote
          catalogue={trending.data?.catalogue}
          onRetry={() => void trending.refetch()}
        />
      </div>
    </>
  );
}

const NUMBERS = 10;

/** A sentence about deeds: what became ready, who waits, what is coming. */
function headline(t: Translate, ready: number, moving: number, waiting: number): string {
  const say = (key: 'ready' | 'waiting' | 'moving', count: number): string => {
    if (count < 1 || count > NUMBERS) return t(`home.${key}`, { count });
    const key1: Extract<Key, `number.${string}`> = `number.${count as 1}`;
    const word = t(key1);
    const sentence = t(`home.${key}.words`, { count, number: word });
    return sentence.charAt(0).toUpperCase() + sentence.slice(1);
  };
  if (ready > 0) return say('ready', ready);
  if (waiting > 0) return say('waiting', waiting);
  return moving > 0 ? say('moving', moving) : t('home.calm');
}

function Ready({ view, first }: { readonly view: RequestView; readonly first: boolean }) {
  const { t } = useI18n();
  const play = useCapability('play');
  const { playUrl, mine } = view.standing;
  return (
    <li>
      <Poster title={view.title} url={view.posterUrl} className="th" sizes="76px" />
      <p className="min-w-0">
        <Link
          to="/title/$kind/$tmdbId"
          params={{ kind: kindOf(view.type), tmdbId: view.tmdbId.toString() }}
          className="name row-link hover:underline"
        >
          {view.title}
        </Link>
        <span className="block text-muted">
          {mine ? t('home.ready.mine') : t('home.ready.other', { name: view.requestedBy.name })}{' '}
          <RelativeTime at={view.createdAt} />
        </span>
      </p>
      {playUrl !== null && play.available && (
        <a
          className={`btn ${first ? 'pri' : ''}`}
          href={playUrl}
          target="_blank"
          rel="noreferrer"
          aria-label={t('title.play.of', { title: view.title })}
        >
          <Play aria-hidden />
          <span className="lbl">{t('title.play')}</span>
        </a>
      )}
    </li>
  );
}
