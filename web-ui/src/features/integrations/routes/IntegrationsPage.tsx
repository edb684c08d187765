import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Check, ChevronDown, TriangleAlert, Unplug } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { Button } from '@/components/Button';
import { Confirm } from '@/components/Confirm';
import { ErrorPanel } from '@/components/ErrorPanel';
import { PageTitle } from '@/components/PageTitle';
import { toast } from '@/components/toasts';
import type { Integration, SystemKind } from '@/lib/api/media';
import { sentenceFor, useI18n } from '@/lib/i18n';
import { Problem } from '@/lib/problem';
import { disconnectMutation, integrationsQuery } from '../api/integrations';
import { kumaQuery } from '../api/uptimeKuma';
import { HeldBack } from '../components/HeldBack';
import { KumaForm } from '../components/KumaForm';
import { LibraryState } from '../components/LibraryState';
import { SystemForm } from '../components/SystemForm';
import { Webhook } from '../components/Webhook';
import { CALLS_US, NAMES } from '../systems';
import './integrations.css';

const ORDER: readonly SystemKind[] = ['PLEX', 'TMDB', 'SEERR', 'RADARR', 'SONARR'];

/** What MediaNest is connected to, and whether it answers. */
export function IntegrationsPage() {
  const { t } = useI18n();
  const integrations = useQuery(integrationsQuery);
  const kuma = useQuery(kumaQuery).data;
  const items = integrations.data?.items ?? [];
  const down = items.filter(({ health }) => health.state === 'DOWN');
  const [first] = down;

  return (
    <div className="wrap">
      <PageTitle>{t('page.integrations')}</PageTitle>
      <header className="pt-7 max-desk:pt-4">
        <h1 className="h-page" tabIndex={-1}>
          {first === undefined
            ? t('systems.head')
            : t('systems.head.down', { name: NAMES[first.kind] })}
        </h1>
        <p className="lead mt-1.5">{t('systems.lead')}</p>
      </header>
      <HeldBack />
      {integrations.data !== undefined ? (
        <ul className="systems">
          {ORDER.map((kind) => (
            <System key={kind} kind={kind} integration={items.find((item) => item.kind === kind)} />
          ))}
          <Foldable
            name="Uptime Kuma"
            what={t('systems.what.KUMA')}
            badge={<Badge state={kuma?.configured === true ? 'UP' : 'NONE'} />}
            note={kuma?.message ?? null}
          >
            <KumaForm />
          </Foldable>
        </ul>
      ) : integrations.isError ? (
        <div className="mt-8">
          <ErrorPanel
            badge={t('systems.failed')}
            problem={Problem.from(integrations.error)}
            busy={integrations.isFetching}
            onRetry={() => void integrations.refetch()}
          />
        </div>
      ) : (
        <div className="systems" aria-busy="true">
          {ORDER.map((kind) => (
            <span key={kind} className="skel my-2 h-16" />
          ))}
        </div>
      )}
    </div>
  );
}

function System({
  kind,
  integration,
}: {
  readonly kind: SystemKind;
  readonly integration: Integration | undefined;
}) {
  const { t } = useI18n();
  const connected = integration?.configured === true;
  return (
    <Foldable
      name={NAMES[kind]}
      what={connected ? (integration.url ?? t(`systems.what.${kind}`)) : t(`systems.what.${kind}`)}
      badge={<Badge state={connected ? integration.health.state : 'NONE'} />}
      note={connected ? integration.health.message : null}
    >
      <SystemForm key={connected ? 'connected' : 'new'} kind={kind} integration={integration} />
      {connected && kind === 'PLEX' && <LibraryState />}
      {connected && CALLS_US.has(kind) && <Webhook kind={kind} />}
      {connected && <Disconnect kind={kind} />}
    </Foldable>
  );
}

function Badge({ state }: { readonly state: 'UP' | 'DOWN' | 'UNKNOWN' | 'NONE' }) {
  const { t } = useI18n();
  const tone = state === 'UP' ? 'ok' : state === 'DOWN' ? 'bad' : '';
  return (
    <span className={`badge ${tone}`}>
      {state === 'UP' && <Check aria-hidden />}
      {state === 'DOWN' && <TriangleAlert aria-hidden />}
      {t(`systems.state.${state}`)}
    </span>
  );
}

/** A line that opens; one at a time would hide what one compares. */
function Foldable({
  name,
  what,
  badge,
  note,
  children,
}: {
  readonly name: string;
  readonly what: string;
  readonly badge: ReactNode;
  readonly note: string | null;
  readonly children: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <li>
      <h2>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => {
            setOpen(!open);
          }}
        >
          <span className="min-w-0">
            <b className="h-card block">{name}</b>
            <span className="block font-normal wrap-anywhere text-muted">{what}</span>
          </span>
          {badge}
          <ChevronDown aria-hidden />
        </button>
      </h2>
      {note !== null && <p className="pb-4 text-13 text-warn">{note}</p>}
      {open && (
        <div className="inside" id={id}>
          {children}
        </div>
      )}
    </li>
  );
}

function Disconnect({ kind }: { readonly kind: SystemKind }) {
  const { t } = useI18n();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const disconnect = useMutation({
    ...disconnectMutation,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: integrationsQuery.queryKey }),
    onError: (error) => {
      toast({
        tone: 'bad',
        title: t('systems.disconnect.failed'),
        text: sentenceFor(Problem.from(error), t),
      });
    },
  });
  return (
    <div>
      <Button
        look="quiet"
        size="sm"
        icon={<Unplug aria-hidden />}
        busy={disconnect.isPending}
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('systems.disconnect', { name: NAMES[kind] })}
      </Button>
      <Confirm
        open={asking}
        title={t('systems.disconnect.title', { name: NAMES[kind] })}
        text={t('systems.disconnect.text')}
        keep={t('action.cancel')}
        act={t('systems.disconnect', { name: NAMES[kind] })}
        onClose={() => {
          setAsking(false);
        }}
        onAct={() => {
          setAsking(false);
          disconnect.mutate(kind);
        }}
      />
    </div>
  );
}
