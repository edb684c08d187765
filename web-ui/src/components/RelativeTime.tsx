import { useI18n } from '@/lib/i18n';
import { useFormat } from '@/lib/i18n/useFormat';
import { useNow } from '@/lib/useNow';

const JUST_NOW_MS = 45_000;

/** "12 minutes ago", with the exact moment on hover. */
export function RelativeTime({ at }: { readonly at: string }) {
  const { t } = useI18n();
  const format = useFormat();
  const now = useNow();
  const when = new Date(at);
  return (
    <time dateTime={at} title={format.moment(when)}>
      {Math.abs(now.getTime() - when.getTime()) < JUST_NOW_MS
        ? t('time.justNow')
        : format.relative(when, now)}
    </time>
  );
}
