import { WifiOff } from 'lucide-react';
import { Button } from '@/components/Button';
import { useI18n } from '@/lib/i18n';
import { useFormat } from '@/lib/i18n/useFormat';
import type { LiveState } from '@/lib/live';
import { useNow } from '@/lib/useNow';

/** Whether what is on the screen is live, in a word. */
export function ConnectionBadge({ state }: { readonly state: LiveState }) {
  const { t } = useI18n();
  const calm = state.status === 'live' || state.status === 'connecting';
  return (
    <span
      role="status"
      className={calm ? 'flex items-center gap-2 text-13 text-muted' : 'badge live'}
    >
      {state.status === 'live' && <span className="size-2 rounded-full bg-ok" />}
      {state.status === 'reconnecting' && <span className="spinner" />}
      {state.status === 'offline' && <WifiOff aria-hidden />}
      <span className={calm ? 'max-desk:sr-only' : ''}>{t(`live.${state.status}`)}</span>
    </span>
  );
}

interface OfflineBannerProps {
  readonly state: LiveState;
  readonly onTryNow: () => void;
}

/** Says that what one sees may be old, since when, and when it will be tried again. */
export function OfflineBanner({ state, onTryNow }: OfflineBannerProps) {
  const { t } = useI18n();
  const format = useFormat();
  if (state.status !== 'offline') return null;
  return (
    <div className="wrap">
      <div className="banner" role="status">
        <WifiOff aria-hidden className="size-5 text-warn" />
        <p className="min-w-48 flex-1">
          <b className="font-semibold">{t('live.offline.sentence')}</b>{' '}
          <span className="text-muted">
            {t('live.offline.since', { time: format.since(new Date(state.since)) })}
          </span>
        </p>
        {state.retryAt !== undefined && <Countdown until={state.retryAt} />}
        <Button size="sm" onClick={onTryNow}>
          {t('action.tryNow')}
        </Button>
      </div>
    </div>
  );
}

function Countdown({ until }: { readonly until: number }) {
  const { t } = useI18n();
  const now = useNow(1000);
  const seconds = Math.max(0, Math.ceil((until - now.getTime()) / 1000));
  return (
    <span className="num text-muted" aria-hidden="true">
      {t('live.retryIn', { seconds })}
    </span>
  );
}
