import { useQuery } from '@tanstack/react-query';
import {
  Download,
  Play,
  Search,
  Ticket,
  TriangleAlert,
  Wrench,
  type LucideIcon,
} from 'lucide-react';
import { Empty } from '@/components/Empty';
import { ErrorPanel } from '@/components/ErrorPanel';
import { PageTitle } from '@/components/PageTitle';
import { RelativeTime } from '@/components/RelativeTime';
import type { Capabilities, Status, StatusItem } from '@/lib/api/status';
import { capabilitiesQuery } from '@/lib/capabilities';
import { useI18n, type Translate } from '@/lib/i18n';
import { useFormat } from '@/lib/i18n/useFormat';
import { Problem } from '@/lib/problem';
import { useNow } from '@/lib/useNow';
import { statusQuery } from '../api/status';
import { ABILITIES, capabilitiesOf } from '../abilities';
import { Tile } from '../components/Tile';
import './status.css';

export function StatusPage() {
  const { t } = useI18n();
  const status = useQuery(statusQuery);
  const abilities = useQuery(capabilitiesQuery);
  const settled = status.data !== undefined || status.isError;
  const away = status.data === undefined ? [] : [...down(status.data), ...planned(status.data)];

  return (
    <div className="wrap">
      <PageTitle>{t('page.status')}</PageTitle>
      <header className="pt-7 max-desk:pt-4">
        <h1 className="h-page" tabIndex={-1}>
          {headline(status.data, t)}
        </h1>
        <p className="lead mt-1.5 flex flex-wrap items-center gap-2.5">
          <span className="livedot" aria-hidden="true" />
          {status.data !== undefined && (
            <span>
              {t('status.looked')} <RelativeTime at={status.data.updatedAt} />
            </span>
          )}
        </p>
      </header>
      {away.map((item) => (
        <Incident key={item.id} item={item} />
      ))}
      {!abilities.isError && (
        // What does not answer stands above it, so neither comes before the other and is pushed away.
        <Abilities key={String(settled)} capabilities={settled ? abilities.data : undefined} />
      )}
      {status.data !== undefined ? (
        <Tiles status={status.data} />
      ) : status.isError ? (
        <div className="mt-8">
          <ErrorPanel
            badge={t('status.failed')}
            problem={Problem.from(status.error)}
            busy={status.isFetching}
            onRetry={() => void status.refetch()}
          />
        </div>
      ) : (
        <div className="tiles mt-10" role="status" aria-label={t('status.loading')}>
          {[1, 2, 3, 4].map((tile) => (
            <span key={tile} className="skel h-41 rounded-2xl" />
          ))}
        </div>
      )}
    </div>
  );
}

function headline(status: Status | undefined, t: Translate): string {
  if (status === undefined) return t('page.status');
  const resting = down(status);
  const worked = planned(status);
  const [first] = resting;
  const [second] = worked;
  if (first !== undefined)
    return resting.length === 1
      ? t('status.head.one', { name: first.name })
      : t('status.head.many', { count: resting.length });
  if (second !== undefined)
    return worked.length === 1
      ? t('status.head.planned', { name: second.name })
      : t('status.head.planned.many', { count: worked.length });
  return t('status.head.up');
}

const down = ({ items }: Status) => items.filter(({ state }) => state === 'DOWN');
const planned = ({ items }: Status) => items.filter(({ state }) => state === 'MAINTENANCE');

/** Longer than that, the day says enough. */
const COUNTED_SECONDS = 24 * 60 * 60;

function Incident({ item }: { readonly item: StatusItem }) {
  const { t } = useI18n();
  const work = item.state === 'MAINTENANCE';
  return (
    <section className={`inc ${work ? 'planned' : ''}`} aria-label={item.name}>
      <span className={`badge num ${work ? 'info' : 'warn'}`}>
        {work ? <Wrench aria-hidden /> : <TriangleAlert aria-hidden />}
        {item.since === null ? t(`status.state.${item.state}`) : <Since at={item.since} />}
      </span>
      <h2>{t(work ? 'status.work.title' : 'status.inc.title', { name: item.name })}</h2>
      <p className="text-muted">
        {work ? t('status.work.text') : (item.message ?? t('status.inc.text'))}
      </p>
    </section>
  );
}

/** Since when, and for how long, as one would ask. */
function Since({ at }: { readonly at: string }) {
  const { t } = useI18n();
  const format = useFormat();
  const now = useNow();
  const time = format.since(new Date(at), now);
  const seconds = (now.getTime() - new Date(at).getTime()) / 1000;
  return seconds < 60 || seconds > COUNTED_SECONDS
    ? t('status.since', { time })
    : t('status.inc.since', { time, length: format.length(seconds) });
}

const ICONS: Readonly<Record<(typeof ABILITIES)[number], LucideIcon>> = {
  play: Play,
  request: Ticket,
  search: Search,
  download: Download,
};

function Abilities({ capabilities }: { readonly capabilities: Capabilities | undefined }) {
  const { t } = useI18n();
  const format = useFormat();
  return (
    <section className="sec" aria-labelledby="abilities">
      <h2 className="h-sec mb-4" id="abilities">
        {t('status.now')}
      </h2>
      <ul className="feat" aria-busy={capabilities === undefined}>
        {capabilities === undefined &&
          ABILITIES.map((name) => (
            <li key={name} aria-hidden="true">
              <span className="skel my-[3px] h-4 w-2/5" />
              <span className="skel mt-2 h-3.5 w-3/5" />
            </li>
          ))}
        {capabilitiesOf(capabilities).map(({ name, state }) => {
          const Icon = ICONS[name];
          return (
            <li key={name} className={state.available ? '' : 'off'}>
              <b>
                <Icon aria-hidden />
                {t(`status.can.${name}`)}
              </b>
              <p>
                {state.available
                  ? t('status.can.works')
                  : [
                      state.since === null
                        ? t('status.can.off')
                        : t('status.can.offSince', { time: format.since(new Date(state.since)) }),
                      state.reason,
                    ]
                      .filter((part) => part !== null)
                      .join(' ')}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Tiles({ status }: { readonly status: Status }) {
  const { t } = useI18n();
  const groups = new Map<string, StatusItem[]>();
  for (const item of status.items) {
    const group = item.group ?? t('status.services');
    groups.set(group, [...(groups.get(group) ?? []), item]);
  }
  if (status.items.length === 0)
    return (
      <div className="mt-8">
        <Empty title={t('status.none')} text={t('status.none.text')} />
      </div>
    );
  return (
    <>
      {[...groups].map(([name, items], index) => (
        <section key={name} className="sec" aria-label={name}>
          <header className="sec-h">
            <h2 className="h-sec">{name}</h2>
            <span className="text-muted">{t('status.oneBar')}</span>
            {index === 0 && <Key />}
          </header>
          <div className="tiles">
            {items.map((item) => (
              <Tile key={item.id} item={item} />
            ))}
          </div>
        </section>
      ))}
      {status.sources.map(({ name, state, message }) => (
        <p key={name} className="hint mt-6">
          {t('status.source', { name })}{' '}
          {state !== 'CONNECTED' && (message ?? t('status.source.away'))}
        </p>
      ))}
    </>
  );
}

function Key() {
  const { t } = useI18n();
  return (
    <span className="key2">
      {(['UP', 'PARTLY', 'DOWN', 'MAINTENANCE'] as const).map((state) => (
        <span key={state}>
          <i className={`k ${state}`} aria-hidden="true" />
          {t(`status.key.${state}`)}
        </span>
      ))}
    </span>
  );
}
