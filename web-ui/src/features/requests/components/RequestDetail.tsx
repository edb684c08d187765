import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ExternalLink, Play, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Avatar } from '@/components/Avatar';
import { IconButton } from '@/components/Button';
import { ErrorPanel } from '@/components/ErrorPanel';
import { StateBadge } from '@/components/StateBadge';
import { usePatience } from '@/components/usePatience';
import { kindOf, type RequestView } from '@/lib/api/media';
import { useI18n } from '@/lib/i18n';
import { useFormat } from '@/lib/i18n/useFormat';
import { Problem } from '@/lib/problem';
import { pictureAt } from '@/lib/titles/images';
import { whatNow } from '@/lib/titles/words';
import { requestQuery } from '../api/findRequest';
import { namedSeasons } from '../seasons';
import { useDeeds } from '../useDeeds';
import { DeclineForm } from './DeclineForm';
import { RequestActions } from './RequestActions';
import { Timeline } from './Timeline';

interface RequestDetailProps {
  readonly id: string;
  /** The name of the dialog, where it is one. */
  readonly heading: (title: string) => ReactNode;
  readonly onClose: () => void;
}

/** Everything about one request, beside the list on a desk and above it in the hand. */
export function RequestDetail({ id, heading, onClose }: RequestDetailProps) {
  const { t } = useI18n();
  const request = useQuery(requestQuery(id));
  if (request.data === undefined) {
    return (
      <div className="p-5" aria-busy={request.isPending}>
        {heading(t('request.one'))}
        {request.isError ? (
          <ErrorPanel
            badge={t('request.one.failed')}
            problem={Problem.from(request.error)}
            busy={request.isFetching}
            onRetry={() => void request.refetch()}
          />
        ) : (
          <div className="grid gap-3" aria-hidden="true">
            <span className="skel h-40" />
            <span className="skel h-5 w-3/5" />
            <span className="skel h-32" />
          </div>
        )}
      </div>
    );
  }
  return (
    <>
      <DetailHead view={request.data} heading={heading} onClose={onClose} />
      <DetailBody view={request.data} />
    </>
  );
}

function DetailHead({
  view,
  heading,
  onClose,
}: Pick<RequestDetailProps, 'heading' | 'onClose'> & { readonly view: RequestView }) {
  const { t } = useI18n();
  const { shown, fail } = usePatience(view.backdropUrl ?? view.posterUrl);
  return (
    <div className="hd" data-theme="dark">
      {shown !== null && (
        <img src={pictureAt(shown, 'w780')} alt="" decoding="async" onError={fail} />
      )}
      <IconButton
        className="close"
        label={t('action.close')}
        icon={<X aria-hidden />}
        onClick={onClose}
      />
      <div>{heading(view.title)}</div>
    </div>
  );
}

function DetailBody({ view }: { readonly view: RequestView }) {
  const { t } = useI18n();
  const format = useFormat();
  const deeds = useDeeds();
  const [declining, setDeclining] = useState(false);
  const { standing } = view;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('request.fact.by'), view.requestedBy.name],
    ...(view.seasons.length === 0
      ? []
      : [[t('request.fact.what'), namedSeasons(view.seasons, t)] as const]),
    [t('request.fact.asked'), format.date(new Date(view.createdAt))],
    ...(view.decidedBy === null ? [] : [[t('request.fact.decided'), view.decidedBy.name] as const]),
    [t('request.fact.followers'), view.followers],
  ];
  return (
    <div className="bd3">
      <p className="dot-sep text-muted">
        <span>{t(`title.type.${view.type}`)}</span>
        {view.year !== null && <span>{view.year}</span>}
      </p>
      <div className="mt-3 flex flex-wrap items-center gap-2.5">
        <StateBadge standing={standing} />
      </div>
      <p className={`mt-2 ${standing.state === 'NEEDS_ATTENTION' ? 'text-warn' : 'text-muted'}`}>
        {view.state === 'DECLINED' && view.reason !== null
          ? t('quote', { text: view.reason })
          : whatNow(standing, t, format)}
      </p>
      <dl className="dl2">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {view.note !== null && view.note !== '' && (
        <div className="say2">
          <Avatar name={view.requestedBy.name} size="sm" />
          <p>{view.note}</p>
        </div>
      )}
      <div className="mb-5 flex flex-wrap gap-2">
        {standing.playUrl !== null && (
          <a className="btn" href={standing.playUrl} target="_blank" rel="noreferrer">
            <Play aria-hidden />
            {t('title.play')}
          </a>
        )}
        <RequestActions
          view={view}
          deeds={deeds}
          onDecline={() => {
            setDeclining(true);
          }}
        />
        <Link
          to="/title/$kind/$tmdbId"
          params={{ kind: kindOf(view.type), tmdbId: view.tmdbId.toString() }}
          className="btn quiet"
        >
          <ExternalLink aria-hidden />
          {t('request.openTitle')}
        </Link>
      </div>
      {declining && (
        <div className="mb-5">
          <DeclineForm
            view={view}
            deeds={deeds}
            onClose={() => {
              setDeclining(false);
            }}
          />
        </div>
      )}
      <Timeline view={view} />
    </div>
  );
}
