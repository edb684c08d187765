import { Link } from '@tanstack/react-router';
import { memo, useState } from 'react';
import { Avatar } from '@/components/Avatar';
import { Poster } from '@/components/Poster';
import { RelativeTime } from '@/components/RelativeTime';
import { StateBadge } from '@/components/StateBadge';
import { Track } from '@/components/Track';
import type { RequestView } from '@/lib/api/media';
import { useI18n } from '@/lib/i18n';
import { useFormat } from '@/lib/i18n/useFormat';
import { fractionOf } from '@/lib/titles/standing';
import { stateWords, whatNow } from '@/lib/titles/words';
import { namedSeasons } from '../seasons';
import type { useDeeds } from '../useDeeds';
import { DeclineForm } from './DeclineForm';
import { RequestActions } from './RequestActions';

interface RequestRowProps {
  readonly view: RequestView;
  readonly deeds: ReturnType<typeof useDeeds>;
  readonly showsWho: boolean;
  readonly selected: boolean;
  readonly checked: boolean;
  readonly onCheck: ((id: string, checked: boolean) => void) | undefined;
  /** Once several are chosen, the bar below has the amber. */
  readonly lit: boolean;
}

/** One request in the list: who, what, how far, and what may be done. It is drawn again only when it has changed. */
export const RequestRow = memo(function RequestRow({
  view,
  deeds,
  showsWho,
  selected,
  checked,
  onCheck,
  lit,
}: RequestRowProps) {
  const { t } = useI18n();
  const format = useFormat();
  const [declining, setDeclining] = useState(false);
  const { standing } = view;
  const waiting = view.state === 'PENDING';
  const ended = ['AVAILABLE', 'DECLINED', 'CANCELLED'].includes(view.state);

  return (
    <li
      className={`${checked || selected ? 'sel' : ''} ${onCheck === undefined ? '' : 'pickable'}`}
    >
      {onCheck !== undefined && (
        <input
          type="checkbox"
          className="check"
          checked={checked}
          aria-label={t('requests.choose', { title: view.title })}
          onChange={(event) => {
            onCheck(view.id, event.target.checked);
          }}
        />
      )}
      <Poster
        title={view.title}
        url={view.posterUrl}
        developed={fractionOf(standing)}
        className="th"
        sizes="60px"
      />
      <div className="min-w-0">
        <h2 className="h-card">
          <Link
            from="/requests"
            to="."
            search={(search) => ({ ...search, request: view.id })}
            resetScroll={false}
            className="row-link hover:underline"
          >
            {view.title}
          </Link>{' '}
          <span className="inline-block font-normal text-muted first-letter:uppercase">
            {view.seasons.length > 0 ? namedSeasons(view.seasons, t) : view.year}
          </span>
        </h2>
        <p className="by">
          {showsWho && <Avatar name={view.requestedBy.name} size="sm" />}
          <span>
            {showsWho && (
              <>
                <b>{view.requestedBy.name}</b>
                {', '}
              </>
            )}
            {t('requests.asked')} <RelativeTime at={view.createdAt} />
          </span>
        </p>
        {view.note !== null && view.note !== '' && (
          <p className="qt">{t('quote', { text: view.note })}</p>
        )}
        {!waiting && !ended && (
          <div className="mt">
            <Track title={view.title} standing={standing} says={stateWords(standing, t, format)} />
          </div>
        )}
        <p className={`fact ${standing.state === 'NEEDS_ATTENTION' ? 'text-warn' : ''}`}>
          {view.state === 'DECLINED' && view.reason !== null
            ? t('quote', { text: view.reason })
            : whatNow(standing, t, format)}
          {view.followers > 0 && ` ${t('requests.followers', { count: view.followers })}`}
        </p>
      </div>
      <div className="side">
        {!waiting && <StateBadge standing={standing} />}
        <div className="ac">
          <RequestActions
            view={view}
            deeds={deeds}
            lit={lit}
            onDecline={() => {
              setDeclining(true);
            }}
          />
        </div>
      </div>
      {declining && (
        <DeclineForm
          view={view}
          deeds={deeds}
          onClose={() => {
            setDeclining(false);
          }}
        />
      )}
    </li>
  );
});

export function RowSkeletons() {
  return (
    <ul className="rl" aria-hidden="true">
      {[1, 2, 3, 4].map((row) => (
        <li key={row}>
          <span className="skel th poster" />
          <div className="grid gap-2">
            <span className="skel h-4 w-2/5" />
            <span className="skel h-3.5 w-1/4" />
            <span className="skel h-2 w-3/5" />
          </div>
        </li>
      ))}
    </ul>
  );
}
