import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Navigate, useNavigate } from '@tanstack/react-router';
import { ErrorPanel } from '@/components/ErrorPanel';
import { Toaster } from '@/components/Toaster';
import { integrationsQuery } from '@/features/integrations/api/integrations';
import { LibraryState } from '@/features/integrations/components/LibraryState';
import { RequestBackend } from '@/features/integrations/components/RequestBackend';
import { SystemForm } from '@/features/integrations/components/SystemForm';
import { LATER, type LaterStep } from '@/features/setup/laterSteps';
import { ContinuePage } from '@/features/setup/routes/ContinuePage';
import type { SystemKind } from '@/lib/api/media';
import { useI18n } from '@/lib/i18n';
import { Problem } from '@/lib/problem';
import '@/styles/frame.css';

const route = getRouteApi('/setup/$step');

const NEEDED: Readonly<Record<LaterStep, readonly SystemKind[]>> = {
  plex: ['PLEX'],
  requests: ['SEERR', 'RADARR', 'SONARR'],
  films: ['TMDB'],
  done: [],
};

export function Continue() {
  const { step: wanted } = route.useParams();
  const me = route.useRouteContext({ select: (context) => context.me });
  const navigate = useNavigate();
  const { t } = useI18n();
  const asked = useQuery(integrationsQuery);
  const integrations = asked.data?.items;
  const step = LATER.find((one) => one === wanted);
  if (step === undefined) return <Navigate to="/setup/$step" params={{ step: 'plex' }} replace />;
  const of = (kind: SystemKind) => integrations?.find((item) => item.kind === kind);
  const settled = NEEDED[step].some((kind) => of(kind)?.configured === true);

  return (
    <>
      <ContinuePage
        step={step}
        name={me.username}
        settled={settled}
        onStep={(next) => {
          void navigate({ to: '/setup/$step', params: { step: next } });
        }}
        onFinish={() => {
          void navigate({ to: '/', replace: true });
        }}
      >
        {integrations === undefined ? (
          step !== 'done' &&
          (asked.isError ? (
            <ErrorPanel
              badge={t('systems.failed')}
              problem={Problem.from(asked.error)}
              busy={asked.isFetching}
              onRetry={() => void asked.refetch()}
            />
          ) : (
            <span className="skel h-60 max-w-[620px]" />
          ))
        ) : (
          <>
            {step === 'plex' && (
              <div className="grid gap-6">
                <SystemForm kind="PLEX" integration={of('PLEX')} />
                {settled && <LibraryState />}
              </div>
            )}
            {step === 'requests' && <RequestBackend integrations={integrations} />}
            {step === 'films' && <SystemForm kind="TMDB" integration={of('TMDB')} />}
          </>
        )}
      </ContinuePage>
      <Toaster />
    </>
  );
}
