import type { CSSProperties } from 'react';
import type { MediaType, Quota } from '@/lib/api/media';
import { useI18n } from '@/lib/i18n';
import { useFormat } from '@/lib/i18n/useFormat';

interface QuotaMeterProps {
  readonly quota: Quota;
  readonly type: MediaType;
  /** What this request would add. */
  readonly wanted: number;
}

/** What is left, and what this takes of it: before the click, not after it. */
export function QuotaMeter({ quota, type, wanted }: QuotaMeterProps) {
  const { t } = useI18n();
  const format = useFormat();
  const { limit, used, remaining, freeAgainAt, windowDays } = quota;
  if (limit === null) return null;
  const left = remaining ?? Math.max(0, limit - used);
  const over = wanted > left;
  const share = (count: number): CSSProperties => ({
    width: `${(limit === 0 ? 100 : Math.min(100, (count / limit) * 100)).toString()}%`,
  });

  return (
    <div className="quota">
      <p className="flex flex-wrap justify-between gap-x-3">
        <b className="font-semibold num">
          {t(type === 'MOVIE' ? 'quota.films' : 'quota.seasons', {
            used: Math.min(limit, used + wanted),
            limit,
            days: windowDays,
          })}
        </b>
        {freeAgainAt !== null && (
          <span className="text-13 text-muted">
            {t('quota.freeAgain', { date: format.day(new Date(freeAgainAt)) })}
          </span>
        )}
      </p>
      <div className="meter" aria-hidden="true">
        <i style={share(used)} />
        <i className={over ? 'over' : 'new'} style={share(Math.min(wanted, left))} />
      </div>
      <p className={`text-13 ${over ? 'text-warn' : 'text-muted'}`}>
        {over
          ? left === 0
            ? t('quota.none')
            : t('quota.over', { count: left })
          : t('quota.after', { count: left - wanted })}
      </p>
    </div>
  );
}
