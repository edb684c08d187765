import { useState } from 'react';
import type { Integration, SystemKind } from '@/lib/api/media';
import { useI18n } from '@/lib/i18n';
import { NAMES } from '../systems';
import { SystemForm } from './SystemForm';

const WAYS = ['SEERR', 'ARRS', 'NONE'] as const;
type Way = (typeof WAYS)[number];

/** Who gets what was approved: Seerr, or Radarr and Sonarr, or nobody yet. */
export function RequestBackend({
  integrations,
}: {
  readonly integrations: readonly Integration[];
}) {
  const { t } = useI18n();
  const of = (kind: SystemKind) => integrations.find((item) => item.kind === kind);
  const [way, setWay] = useState<Way>(() =>
    of('RADARR')?.configured === true || of('SONARR')?.configured === true ? 'ARRS' : 'SEERR',
  );
  const forms: readonly SystemKind[] =
    way === 'SEERR' ? ['SEERR'] : way === 'ARRS' ? ['RADARR', 'SONARR'] : [];
  return (
    <div className="grid gap-7">
      <div className="chips" role="group" aria-label={t('setup.requests.way')}>
        {WAYS.map((one) => (
          <button
            key={one}
            type="button"
            className="chip"
            aria-pressed={way === one}
            onClick={() => {
              setWay(one);
            }}
          >
            {t(`setup.requests.way.${one}`)}
          </button>
        ))}
      </div>
      {forms.map((kind) => (
        <section key={kind} className="grid gap-3" aria-label={NAMES[kind]}>
          {forms.length > 1 && <h2 className="h-sec">{NAMES[kind]}</h2>}
          <SystemForm kind={kind} integration={of(kind)} />
        </section>
      ))}
    </div>
  );
}
