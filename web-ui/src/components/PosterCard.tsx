import { Link } from '@tanstack/react-router';
import { Play, Plus } from 'lucide-react';
import { memo } from 'react';
import { kindOf, type TitleCard } from '@/lib/api/media';
import { useCapability } from '@/lib/capabilities';
import { useI18n } from '@/lib/i18n';
import { useFormat } from '@/lib/i18n/useFormat';
import { fractionOf, isAskable } from '@/lib/titles/standing';
import { nameOfState, posterWords } from '@/lib/titles/words';
import { Poster } from './Poster';
import { StateIcon, toneOf } from './StateBadge';

interface PosterCardProps {
  readonly title: TitleCard;
  /** Asks for it, in a second tap. Without it the card only leads to the title's page. */
  readonly onRequest?: ((title: TitleCard) => void) | undefined;
}

/** Nothing covers the lettering: one disc top right, the words below. It is drawn again only when it has changed. */
export const PosterCard = memo(function PosterCard({ title, onRequest }: PosterCardProps) {
  const { t } = useI18n();
  const format = useFormat();
  const { standing } = title;
  const words = posterWords(standing, t, format);
  const tone = toneOf(standing.state);
  return (
    <article className="pc" aria-label={title.title}>
      <Link
        to="/title/$kind/$tmdbId"
        params={{ kind: kindOf(title.type), tmdbId: title.tmdbId.toString() }}
        className="whole"
      >
        <Poster title={title.title} url={title.posterUrl} developed={fractionOf(standing)} />
        <span className="t clip" title={title.title}>
          {title.title}
        </span>
        <span className="m num">
          <span className="y">
            {title.type === 'SERIES'
              ? [t('title.type.SERIES'), title.year].filter(Boolean).join(' ')
              : (title.year ?? t('title.year.unknown'))}
          </span>
          {words !== undefined && (
            <span className={`sw clip ${tone}`} title={words}>
              {words}
            </span>
          )}
        </span>
      </Link>
      <Disc title={title} onRequest={onRequest} />
    </article>
  );
});

/** Play, ask, or the glyph of what happens. */
function Disc({ title, onRequest }: PosterCardProps) {
  const { t } = useI18n();
  const play = useCapability('play');
  const request = useCapability('request');
  const { standing } = title;
  if (standing.playUrl !== null && play.available) {
    return (
      <a
        className="disc play"
        href={standing.playUrl}
        target="_blank"
        rel="noreferrer"
        aria-label={t('title.play.of', { title: title.title })}
      >
        <Play aria-hidden />
      </a>
    );
  }
  if (onRequest !== undefined && isAskable(standing.state, title.type) && request.available) {
    return (
      <button
        type="button"
        className="disc"
        aria-haspopup="dialog"
        aria-label={t('title.request.of', { title: title.title })}
        onClick={() => {
          onRequest(title);
        }}
      >
        {standing.state === 'DECLINED' ? <StateIcon state="DECLINED" /> : <Plus aria-hidden />}
      </button>
    );
  }
  return (
    <span className={`disc ${toneOf(standing.state)}`} title={nameOfState(standing.state, t)}>
      <StateIcon state={standing.state} />
    </span>
  );
}

/** The shape of what comes. */
export function PosterSkeletons({ count = 7 }: { readonly count?: number }) {
  return Array.from({ length: count }, (_, index) => (
    <li key={index} className="pc" aria-hidden="true">
      <span className="skel poster" />
      <span className="skel mt-2.5 h-4 w-4/5" />
      <span className="skel mt-1.5 h-3.5 w-2/5" />
    </li>
  ));
}
