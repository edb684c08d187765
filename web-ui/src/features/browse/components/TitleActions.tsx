import { Bell, BellRing, Clapperboard, Play, Plus } from 'lucide-react';
import { Button } from '@/components/Button';
import { StateIcon } from '@/components/StateBadge';
import type { Standing, TitlePage } from '@/lib/api/media';
import { useCapability } from '@/lib/capabilities';
import { useI18n, type Translate } from '@/lib/i18n';
import { useFormat } from '@/lib/i18n/useFormat';
import { isAskable, isOnTheWay } from '@/lib/titles/standing';
import { nameOfState } from '@/lib/titles/words';

interface TitleActionsProps {
  readonly title: TitlePage;
  /** Undefined for who may not ask. */
  readonly onRequest: ((title: TitlePage) => void) | undefined;
  readonly onFollow: (title: TitlePage, follow: boolean) => void;
}

/** Each button says exactly what will happen, and how much of it; what is off says since when. */
export function TitleActions({ title, onRequest, onFollow }: TitleActionsProps) {
  const { t } = useI18n();
  const { standing } = title;
  const request = useCapability('request');
  const play = useCapability('play');
  const open = title.seasons.filter(
    ({ number, state, episodeCount }) =>
      number > 0 && episodeCount > 0 && isAskable(state, 'SERIES'),
  );
  const askable = title.type === 'MOVIE' ? isAskable(standing.state, 'MOVIE') : open.length > 0;
  const reasons = [
    ...(standing.playUrl !== null && !play.available ? [play.reason] : []),
    ...(askable && onRequest !== undefined && !request.available ? [request.reason] : []),
  ].filter((reason) => reason !== null);

  return (
    <>
      <div className="acts">
        {standing.playUrl !== null &&
          (play.available ? (
            <a className="btn pri lg" href={standing.playUrl} target="_blank" rel="noreferrer">
              <Play aria-hidden />
              {t('title.play')}
            </a>
          ) : (
            <Off words={t('title.play')} since={play.since} />
          ))}
        {askable &&
          onRequest !== undefined &&
          (request.available ? (
            <Button
              look={standing.playUrl === null ? 'pri' : 'plain'}
              size="lg"
              icon={<Plus aria-hidden />}
              aria-haspopup="dialog"
              onClick={() => {
                onRequest(title);
              }}
            >
              {askWords(title, open, t)}{' '}
              {open.length > 0 && (
                <span className="sub">
                  {t('title.episodes', {
                    count: open.reduce(
                      (sum, { episodeCount, availableEpisodes }) =>
                        sum + episodeCount - availableEpisodes,
                      0,
                    ),
                  })}
                </span>
              )}
            </Button>
          ) : (
            <Off words={askWords(title, open, t)} since={request.since} />
          ))}
        {isOnTheWay(standing.state) && (
          <span className="btn lg coming num">
            <StateIcon state={standing.state} />
            {comingWords(standing, t)}
          </span>
        )}
        {(standing.state !== 'AVAILABLE' || standing.following) && (
          <Button
            look="line"
            size="lg"
            aria-pressed={standing.following}
            icon={standing.following ? <BellRing aria-hidden /> : <Bell aria-hidden />}
            onClick={() => {
              onFollow(title, !standing.following);
            }}
          >
            {t(standing.following ? 'follow.on' : 'follow.off')}
          </Button>
        )}
        {title.trailerUrl !== null && (
          <a className="btn line lg" href={title.trailerUrl} target="_blank" rel="noreferrer">
            <Clapperboard aria-hidden />
            {t('title.trailer')}
          </a>
        )}
      </div>
      {askable && onRequest === undefined && (
        <p className="mt-3 text-13 text-muted">{t('title.notYou')}</p>
      )}
      {reasons.map((reason) => (
        <p key={reason} className="mt-3 text-13 text-warn">
          {reason}
        </p>
      ))}
    </>
  );
}

/** Switched off, with the hour since when: never disabled without a reason. */
function Off({ words, since }: { readonly words: string; readonly since: string | null }) {
  const { t } = useI18n();
  const format = useFormat();
  return (
    <button type="button" className="btn lg" aria-disabled="true" data-off="">
      {since === null
        ? t('title.off', { words })
        : t('title.off.since', { words, time: format.since(new Date(since)) })}
    </button>
  );
}

function askWords(title: TitlePage, open: TitlePage['seasons'], t: Translate): string {
  const again = title.standing.state === 'DECLINED';
  if (title.type === 'MOVIE') return t(again ? 'title.requestAgain' : 'title.request');
  const [only] = open;
  return open.length === 1 && only !== undefined
    ? t('title.request.season', { number: only.number.toString() })
    : t('title.request.seasons', { count: open.length });
}

function comingWords(standing: Standing, t: Translate): string {
  const words = nameOfState(standing.state, t);
  return standing.mine ? t('title.mine', { words: words.toLowerCase() }) : words;
}
