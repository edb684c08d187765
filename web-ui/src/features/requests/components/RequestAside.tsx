import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorPanel } from '@/components/ErrorPanel';
import { StateBadge } from '@/components/StateBadge';
import { Track } from '@/components/Track';
import type { RequestView } from '@/lib/api/media';
import { useI18n, type Translate } from '@/lib/i18n';
import { useFormat } from '@/lib/i18n/useFormat';
import { Problem } from '@/lib/problem';
import { stateWords, whatNow } from '@/lib/titles/words';
import { requestQuery } from '../api/findRequest';
import { useDeeds } from '../useDeeds';
import { DeclineForm } from './DeclineForm';
import { RequestActions } from './RequestActions';
import { Timeline } from './Timeline';
import './aside.css';

function whoWaits({ standing, requestedBy: { name }, followers }: RequestView, t: Translate) {
  if (standing.mine)
    return followers === 0
      ? t('request.aside.mineOnly')
      : t('request.aside.mine', { count: followers });
  return followers === 0
    ? t('request.aside.otherOnly', { name })
    : t('request.aside.other', { name, count: followers });
}

/** Beside a title: why it is where it is. The answer is the headline; who may act, acts in the same place. */
export function RequestAside({ id }: { readonly id: string }) {
  const { t } = useI18n();
  const format = useFormat();
  const deeds = useDeeds();
  const [declining, setDeclining] = useState(false);
  const request = useQuery(requestQuery(id));
  const view = request.data;
  if (view === undefined)
    return request.isError ? (
      <ErrorPanel
        badge={t('request.one.failed')}
        problem={Problem.from(request.error)}
        busy={request.isFetching}
        onRetry={() => void request.refetch()}
      />
    ) : (
      <AsideSkeleton />
    );
  const { standing } = view;
  return (
    <section
      className={`panel why-panel ${standing.state === 'NEEDS_ATTENTION' ? 'warn' : ''}`}
      aria-label={t('request.one')}
    >
      <StateBadge standing={standing} />
      <h2 className="h-sec mt-3">
        {view.state === 'DECLINED' && view.reason !== null
          ? t('quote', { text: view.reason })
          : whatNow(standing, t, format)}
      </h2>
      <p className="mt-1.5 text-13 text-muted">{whoWaits(view, t)}</p>
      <div className="my-4">
        <Track title={view.title} standing={standing} says={stateWords(standing, t, format)} />
      </div>
      <div className="flex flex-wrap gap-2">
        <RequestActions
          view={view}
          deeds={deeds}
          onDecline={() => {
            setDeclining(true);
          }}
        />
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
      <div className="course">
        <Timeline view={view} />
      </div>
    </section>
  );
}

/** As high as the shortest course, so that what stands below it does not jump far. */
function AsideSkeleton() {
  const { t } = useI18n();
  return (
    <div className="panel why-panel" role="status" aria-label={t('request.one.loading')}>
      <span className="skel h-6 w-36" />
      <span className="skel mt-3 h-7 w-4/5" />
      <span className="skel mt-2.5 h-4 w-2/5" />
      <span className="skel my-4 h-[7px]" />
      <div className="course grid gap-4">
        {[1, 2, 3].map((step) => (
          <span key={step} className="skel h-10" />
        ))}
      </div>
    </div>
  );
}
