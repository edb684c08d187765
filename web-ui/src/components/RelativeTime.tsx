import { useFormat } from '@/lib/i18n/useFormat';
import { useNow } from '@/lib/useNow';

/** "12 minutes ago", with the exact moment on hover. */
export function RelativeTime({ at }: { readonly at: string }) {
  const format = useFormat();
  const now = useNow();
  const when = new Date(at);
  return (
    <time dateTime={at} title={format.moment(when)}>
      {format.relative(when, now)}
    </time>
  );
}
