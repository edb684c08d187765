import { Strip } from '@/components/Strip';
import type { Season } from '@/lib/api/media';
import { dayOf } from '@/lib/days';
import { useI18n } from '@/lib/i18n';
import { useFormat } from '@/lib/i18n/useFormat';
import { isOnTheWay } from '@/lib/titles/standing';
import { nameOfState } from '@/lib/titles/words';
import { canBeAsked, CHOICES, seasonsOf } from '../seasons';

interface SeasonPickerProps {
  readonly seasons: readonly Season[];
  readonly picked: ReadonlySet<number>;
  readonly onPick: (picked: ReadonlySet<number>) => void;
}

export function SeasonPicker({ seasons, picked, onPick }: SeasonPickerProps) {
  const { t } = useI18n();
  const format = useFormat();
  // Where two choices mean the same seasons, one is enough.
  const choices = CHOICES.map((choice) => ({ choice, numbers: seasonsOf(choice, seasons) })).filter(
    ({ numbers }, index, all) =>
      all.findIndex((other) => other.numbers.join() === numbers.join()) === index,
  );
  const isChosen = (numbers: readonly number[]) =>
    numbers.length === picked.size && numbers.every((number) => picked.has(number));

  const rightOf = (season: Season): string => {
    if (season.state === 'NOT_REQUESTED')
      return season.airDate !== null && dayOf(season.airDate) > new Date()
        ? t('request.out', { date: format.day(dayOf(season.airDate)) })
        : '';
    return isOnTheWay(season.state) ? t('request.onItsWay') : nameOfState(season.state, t);
  };

  return (
    <>
      <div className="chips mb-3.5" role="group" aria-label={t('request.choices')}>
        {choices.map(({ choice, numbers }) => (
          <button
            key={choice}
            type="button"
            className="chip"
            aria-pressed={isChosen(numbers)}
            onClick={() => {
              onPick(new Set(numbers));
            }}
          >
            {t(`request.choice.${choice}`)}
          </button>
        ))}
      </div>
      <ul className="choose">
        {seasons.map((season) => {
          const says = t('title.season.says', {
            here: season.availableEpisodes,
            count: season.episodeCount,
          });
          return (
            <li key={season.number}>
              <label>
                <input
                  type="checkbox"
                  className="check"
                  checked={picked.has(season.number)}
                  disabled={!canBeAsked(season)}
                  onChange={(event) => {
                    const next = new Set(picked);
                    if (event.target.checked) next.add(season.number);
                    else next.delete(season.number);
                    onPick(next);
                  }}
                />
                <span>
                  <b className="block font-semibold">{season.name}</b>
                  <span className="text-13 text-muted">
                    {t('title.episodes', { count: season.episodeCount })}
                  </span>
                </span>
                <Strip
                  episodes={season.episodeCount}
                  here={season.availableEpisodes}
                  state={season.state}
                  picked={picked.has(season.number)}
                  says={says}
                />
                <span
                  className={`text-13 ${season.state === 'AVAILABLE' ? 'text-ok' : 'text-muted'}`}
                >
                  {rightOf(season)}
                </span>
              </label>
            </li>
          );
        })}
      </ul>
    </>
  );
}
