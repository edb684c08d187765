import { Link } from '@tanstack/react-router';
import { ChevronRight, Search } from 'lucide-react';
import { Empty } from '@/components/Empty';
import { ErrorPanel } from '@/components/ErrorPanel';
import { Poster } from '@/components/Poster';
import { RelativeTime } from '@/components/RelativeTime';
import { Track } from '@/components/Track';
import { kindOf, type RequestView } from '@/lib/api/media';
import { useI18n } from '@/lib/i18n';
import { useFormat } from '@/lib/i18n/useFormat';
import { Problem } from '@/lib/problem';
import { fractionOf } from '@/lib/titles/standing';
import { stateWords, whatNow } from '@/lib/titles/words';
import { namedSeasons } from '../seasons';
import { useMine } from '../useMine';
import './motion.css';

const MOST = 4;

/** What one asked for and is not there yet, live. */
export function MotionList() {
  const { t } = useI18n();
  const mine = useMine();
  const moving = mine.data?.moving ?? [];

  return (
    <section aria-labelledby="motion" aria-busy={mine.isPending}>
      <header className="sec-h">
        <h2 className="h-sec" id="motion">
          {t('home.motion')}
        </h2>
        {moving.length > 0 && (
          <Link to="/requests" search={{ scope: 'MINE' }} className="more num">
            {t('home.motion.all', { count: moving.length })}
            <ChevronRight aria-hidden />
          </Link>
        )}
      </header>
      {mine.data !== undefined ? (
        moving.length === 0 ? (
          <Empty title={t('home.motion.none')} text={t('home.motion.none.text')}>
            <Link to="/discover" className="btn mt-2">
              <Search aria-hidden />
              {t('requests.find')}
            </Link>
          </Empty>
        ) : (
          <ul>
            {moving.slice(0, MOST).map((view) => (
              <Moving key={view.id} view={view} />
            ))}
          </ul>
        )
      ) : mine.isError ? (
        <ErrorPanel
          badge={t('requests.failed')}
          problem={Problem.from(mine.error)}
          reassurance={t('requests.failed.safe')}
          busy={mine.isFetching}
          onRetry={() => void mine.refetch()}
        />
      ) : (
        <ul aria-hidden="true">
          {[1, 2, 3].map((row) => (
            <li key={row} className="mo">
              <span className="skel poster th" />
              <span className="skel ln h-4 w-2/5" />
              <span className="skel why h-6 w-4/5" />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Moving({ view }: { readonly view: RequestView }) {
  const { t } = useI18n();
  const format = useFormat();
  const { standing } = view;
  return (
    <li className="mo">
      <Poster
        title={view.title}
        url={view.posterUrl}
        developed={fractionOf(standing)}
        className="th"
        sizes="56px"
      />
      <p className="ln">
        <Link
          to="/title/$kind/$tmdbId"
          params={{ kind: kindOf(view.type), tmdbId: view.tmdbId.toString() }}
          className="h-card clip row-link hover:underline"
          title={view.title}
        >
          {view.title}
        </Link>
        <span className="flex-none text-13 text-muted">
          {view.seasons.length > 0 ? namedSeasons(view.seasons, t) : view.year}
        </span>
      </p>
      <div className="why">
        <p className={standing.state === 'NEEDS_ATTENTION' ? 'text-warn' : 'text-muted'}>
          {whatNow(standing, t, format)}
        </p>
        <Track title={view.title} standing={standing} says={stateWords(standing, t, format)} />
      </div>
      <Figure view={view} />
    </li>
  );
}

/** The one number that says how long it will take, or how long it has waited. */
function Figure({ view }: { readonly view: RequestView }) {
  const { t } = useI18n();
  const format = useFormat();
  const { state, percent, etaSeconds } = view.standing;
  if (state === 'DOWNLOADING' && percent !== null) {
    return (
      <p className="pct num">
        {format.percent(percent)}
        <small>
          {etaSeconds !== null && t('downloads.left', { time: format.wait(etaSeconds) })}
        </small>
      </p>
    );
  }
  return (
    <p className="pct quiet">
      <small>
        {t('requests.asked')} <RelativeTime at={view.createdAt} />
      </small>
    </p>
  );
}
