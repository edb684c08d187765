import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ErrorPanel } from '@/components/ErrorPanel';
import { Hero } from '@/components/Hero';
import { Notice } from '@/components/Notice';
import { PageTitle } from '@/components/PageTitle';
import { Poster } from '@/components/Poster';
import type { TitleId, TitlePage as Title } from '@/lib/api/media';
import { useI18n, type Formats, type Translate } from '@/lib/i18n';
import { useFormat } from '@/lib/i18n/useFormat';
import { Problem } from '@/lib/problem';
import { titleQuery } from '@/lib/titles/titleQuery';
import { fractionOf } from '@/lib/titles/standing';
import { Cast } from '../components/Cast';
import { Facts } from '../components/Facts';
import { Seasons } from '../components/Seasons';
import { TitleActions } from '../components/TitleActions';
import './title.css';

interface TitlePageProps extends TitleId {
  /** Asks for it, or for certain seasons of it. */
  readonly onRequest: ((title: Title, seasons?: readonly number[]) => void) | undefined;
  readonly onFollow: (title: Title, follow: boolean) => void;
  /** What stands beside a title that somebody asked for. */
  readonly aside: (requestId: string) => ReactNode;
}

export function TitlePage({ type, tmdbId, ...deeds }: TitlePageProps) {
  const { t } = useI18n();
  const page = useQuery(titleQuery({ type, tmdbId }));
  if (page.data !== undefined) return <Shown title={page.data} {...deeds} />;
  if (!page.isError) return <TitleSkeleton />;
  const problem = Problem.from(page.error);
  return (
    <div className="wrap py-16">
      <PageTitle>{t('page.discover')}</PageTitle>
      {problem.status === 404 ? (
        <Notice title={t('title.missing')} text={t('title.missing.text')}>
          <Link to="/search" className="btn pri mt-3">
            {t('page.search')}
          </Link>
        </Notice>
      ) : (
        <ErrorPanel
          badge={t('title.failed')}
          problem={problem}
          busy={page.isFetching}
          onRetry={() => void page.refetch()}
        />
      )}
    </div>
  );
}

function Shown({
  title,
  onRequest,
  onFollow,
  aside,
}: { readonly title: Title } & Omit<TitlePageProps, keyof TitleId>) {
  const { t } = useI18n();
  const format = useFormat();
  const requestId = title.request?.id ?? title.standing.requestId;
  return (
    <>
      <PageTitle>{title.title}</PageTitle>
      <Hero picture={title.backdropUrl} className="title-hero">
        <div className="tt">
          <Poster
            title={title.title}
            url={title.posterUrl}
            developed={fractionOf(title.standing)}
            className="tall"
            sizes="208px"
          />
          <div className="min-w-0">
            <h1 className={`h-marquee ${title.title.length > 34 ? 'long' : ''}`} tabIndex={-1}>
              {title.title}
            </h1>
            <p className="facts dot-sep">
              {factsOf(title, t, format).map((fact) => (
                <span key={fact}>{fact}</span>
              ))}
            </p>
            <TitleActions title={title} onRequest={onRequest} onFollow={onFollow} />
          </div>
        </div>
      </Hero>
      <div className="wrap">
        <div className="cols title-cols">
          <div className="min-w-0">
            {title.tagline !== null && title.tagline !== '' && (
              <p className="mb-2 text-muted">{title.tagline}</p>
            )}
            <p className="syn">{title.overview ?? t('title.noOverview')}</p>
            {title.type === 'SERIES' && (
              <Seasons
                title={title}
                onRequest={
                  onRequest &&
                  ((season) => {
                    onRequest(title, [season]);
                  })
                }
              />
            )}
            <Cast cast={title.cast} />
            <p className="hint pt-10">{title.attribution}</p>
          </div>
          <aside className="grid gap-5" aria-label={t('title.beside')}>
            {requestId !== null && aside(requestId)}
            <Facts title={title} />
          </aside>
        </div>
      </div>
    </>
  );
}

function factsOf(title: Title, t: Translate, format: Formats): string[] {
  const seasons = title.seasons.filter(({ number }) => number > 0);
  const episodes = seasons.reduce((sum, { episodeCount }) => sum + episodeCount, 0);
  return [
    [t(`title.type.${title.type}`), title.year].filter((part) => part !== null).join(', '),
    ...(seasons.length === 0
      ? []
      : [
          `${t('title.seasons', { count: seasons.length })}, ${t('title.episodes', { count: episodes })}`,
        ]),
    ...(title.runtimeMinutes === null ? [] : [format.length(title.runtimeMinutes * 60)]),
    ...(title.genres.length === 0 ? [] : [title.genres.slice(0, 3).join(', ')]),
    ...(title.certification === null ? [] : [title.certification]),
    ...(title.voteAverage === null || title.voteAverage === 0
      ? []
      : [t('title.vote', { mark: format.mark(title.voteAverage) })]),
  ];
}

function TitleSkeleton() {
  const { t } = useI18n();
  return (
    <div role="status" aria-label={t('title.loading')}>
      <Hero picture={null} className="title-hero">
        <div className="tt" aria-hidden="true">
          <span className="skel poster tall" />
          <div className="grid gap-4">
            <span className="skel h-14 w-3/5" />
            <span className="skel h-5 w-2/5" />
            <span className="skel mt-2 h-12 w-72 max-desk:w-full" />
          </div>
        </div>
      </Hero>
      <div className="wrap" aria-hidden="true">
        <div className="grid max-w-xl gap-3 pt-10">
          <span className="skel h-4" />
          <span className="skel h-4 w-11/12" />
          <span className="skel h-4 w-3/5" />
        </div>
      </div>
    </div>
  );
}
