import type { Standing, TitleState } from '../api/media';
import { dayOf } from '../days';
import type { Formats, Translate } from '../i18n';

/** One of the thirteen honest states, in a word or two. */
export function nameOfState(state: TitleState, t: Translate): string {
  return t(`state.${state}`);
}

/** The state with what is known about it: how far, until when. */
export function stateWords(
  standing: Pick<Standing, 'state' | 'percent' | 'etaSeconds' | 'releaseDate'>,
  t: Translate,
  format: Formats,
): string {
  const { state, percent, etaSeconds, releaseDate } = standing;
  if (state === 'DOWNLOADING' && percent !== null) {
    const far = format.percent(percent);
    return etaSeconds === null
      ? t('state.DOWNLOADING.percent', { percent: far })
      : t('state.DOWNLOADING.eta', { percent: far, time: format.wait(etaSeconds) });
  }
  if (state === 'WAITING_FOR_RELEASE' && releaseDate !== null)
    return t('state.WAITING_FOR_RELEASE.date', { date: format.day(dayOf(releaseDate)) });
  return nameOfState(state, t);
}

/** The same under a poster, where there is little room; nothing where the disc says it. */
export function posterWords(standing: Standing, t: Translate, format: Formats): string | undefined {
  switch (standing.state) {
    case 'NOT_REQUESTED':
    case 'AVAILABLE':
      return undefined;
    case 'DOWNLOADING':
      return standing.percent === null
        ? nameOfState('DOWNLOADING', t)
        : format.percent(standing.percent);
    case 'WAITING_FOR_RELEASE':
      return standing.releaseDate === null
        ? nameOfState('WAITING_FOR_RELEASE', t)
        : t('state.WAITING_FOR_RELEASE.date', {
            date: format.shortDay(dayOf(standing.releaseDate)),
          });
    default:
      return stateWords(standing, t, format);
  }
}

/** What comes after the state: the reason somebody gave, or the machine's. */
export function whatNow(standing: Standing, t: Translate, format: Formats): string {
  if (standing.reason !== null && standing.reason !== '') return standing.reason;
  switch (standing.state) {
    case 'WAITING_FOR_RELEASE':
      return standing.releaseDate === null
        ? t('now.WAITING_FOR_RELEASE')
        : t('now.WAITING_FOR_RELEASE.date', {
            date: format.day(dayOf(standing.releaseDate)),
          });
    case 'DOWNLOADING':
      return standing.etaSeconds === null
        ? t('now.DOWNLOADING')
        : t('now.DOWNLOADING.eta', { time: format.wait(standing.etaSeconds) });
    default:
      return t(`now.${standing.state}`);
  }
}
