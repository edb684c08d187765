import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { StateBadge } from '@/components/StateBadge';
import { Track } from '@/components/Track';
import type { RequestView } from '@/lib/api/media';
import { useI18n, type Translate } from '@/lib/i18n';
import { useFormat } from '@/lib/i18n/useFormat';
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
  const view = useQuery(requestQuery(id)).data;
  if (view === undefined) return null;
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
