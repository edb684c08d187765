import { Plus } from 'lucide-react';
import { Button } from '@/components/Button';
import { StateIcon, toneOf } from '@/components/StateBadge';
import { Strip } from '@/components/Strip';
import type { Season, TitlePage } from '@/lib/api/media';
import { useCapability } from '@/lib/capabilities';
import { dayOf } from '@/lib/days';
import { useI18n } from '@/lib/i18n';
import { useFormat } from '@/lib/i18n/useFormat';
import { isAskable } from '@/lib/titles/standing';
import { nameOfState } from '@/lib/titles/words';

interface SeasonsProps {
  readonly title: TitlePage;
  readonly onRequest: ((season: number) => void) | undefined;
}

/** Each season a strip of film: one frame is one episode. */
export function Seasons({ title, onRequest }: SeasonsProps) {
  const { t } = useI18n();
  const counted = title.seasons.filter(({ number }) => number > 0);
  const here = counted.reduce((sum, { availableEpisodes }) => sum + availableEpisodes, 0);
  const all = counted.reduce((sum, { episodeCount }) => sum + episodeCount, 0);
  return (
    <section className="sec" aria-labelledby="seasons">
      <header className="sec-h">
        <h2 className="h-sec" id="seasons">
          {t('title.seasons.head')}
        </h2>
        <span className="text-muted">{t('title.seasons.here', { here, count: all })}</span>
      </header>
      <ul className="seas">
        {title.seasons.map((season) => (
          <Row key={season.number} season={season} onRequest={onRequest} />
        ))}
      </ul>
      <Legend />
    </section>
  );
}

function Row({
  season,
  onRequest,
}: {
  readonly season: Season;
  readonly onRequest: ((season: number) => void) | undefined;
}) {
  const { t } = useI18n();
  const format = useFormat();
  const request = useCapability('request');
  const { number, name, episodeCount, availableEpisodes, airDate, state } = season;
  const says = t('title.season.says', { here: availableEpisodes, count: episodeCount });
  const notYet = airDate !== null && dayOf(airDate) > new Date();
  return (
    <li>
      <h3 className="n">
        {name}
        <small>
          {[airDate?.slice(0, 4), t('title.episodes', { count: episodeCount })]
            .filter((part) => part !== undefined)
            .join(', ')}
        </small>
      </h3>
      <Strip episodes={episodeCount} here={availableEpisodes} state={state} says={says} />
      <div className="state">
        <b className={`sw ${toneOf(state)}`}>
          <StateIcon state={state} />
          {nameOfState(state, t)}
        </b>
        <span>{notYet ? t('request.out', { date: format.day(dayOf(airDate)) }) : says}</span>
        {isAskable(state, 'SERIES') &&
          episodeCount > 0 &&
          onRequest !== undefined &&
          request.available && (
            <Button
              size="sm"
              icon={<Plus aria-hidden />}
              aria-haspopup="dialog"
              aria-label={t('title.request.of', { title: name })}
              onClick={() => {
                onRequest(number);
              }}
            >
              {t('title.request.short')}
            </Button>
          )}
      </div>
    </li>
  );
}

const LEGEND = [
  ['a', 'here'],
  ['q', 'coming'],
  ['s', 'stuck'],
  ['w', 'waiting'],
  ['', 'none'],
] as const;

function Legend() {
  const { t } = useI18n();
  return (
    <p className="key">
      {LEGEND.map(([look, name]) => (
        <span key={name}>
          <span className="strip ep" aria-hidden="true">
            <i className={look} />
          </span>
          {t(`title.legend.${name}`)}
        </span>
      ))}
    </p>
  );
}
