import { RelativeTime } from '@/components/RelativeTime';
import type { RequestView, TimelineEntry } from '@/lib/api/media';
import { useI18n, type Key, type Translate } from '@/lib/i18n';

const KINDS = [
  'ASKED',
  'APPROVED',
  'DECLINED',
  'CANCELLED',
  'TAKEN_BACK',
  'TRIED_AGAIN',
  'HELD',
  'SENT',
  'WAITING_FOR_RELEASE',
  'SEARCHING',
  'DOWNLOADING',
  'NEEDS_ATTENTION',
  'IMPORTED',
  'PARTIALLY_AVAILABLE',
  'AVAILABLE',
  'FAILED',
] as const;
type Kind = (typeof KINDS)[number];

const TONES: Partial<Record<string, string>> = {
  NEEDS_ATTENTION: 'warn',
  FAILED: 'warn',
  DECLINED: 'bad',
  AVAILABLE: 'ok',
};

/** What happened, standing film frames with a reason beside each; the last one is where it is now. */
export function Timeline({ view }: { readonly view: RequestView }) {
  const { t } = useI18n();
  const entries = view.timeline ?? [];
  const ended = ['AVAILABLE', 'DECLINED', 'CANCELLED'].includes(view.state);
  return (
    <ol className="tl" aria-label={t('request.timeline')}>
      {entries.map((entry, index) => {
        const last = index === entries.length - 1;
        const tone = TONES[entry.kind];
        return (
          <li
            key={`${entry.at}-${index.toString()}`}
            className={
              tone !== undefined && (last || tone !== 'warn') ? tone : last && !ended ? 'now' : ''
            }
          >
            <span className="w">{nameOf(entry, t)}</span>
            {detailOf(entry, t) !== undefined && <span className="d">{detailOf(entry, t)}</span>}
            <RelativeTime at={entry.at} />
          </li>
        );
      })}
      {!ended && (
        <li className="next">
          <span className="w">{t('timeline.next')}</span>
          <span className="d">{t('timeline.next.text')}</span>
        </li>
      )}
    </ol>
  );
}

/** A kind that a newer server knows and we do not still stands there, by its own name. */
function nameOf({ kind }: TimelineEntry, t: Translate): string {
  const known = KINDS.find((one) => one === kind);
  return known === undefined
    ? kind.charAt(0) + kind.slice(1).toLowerCase().replaceAll('_', ' ')
    : t(keyOf(known));
}

function keyOf(kind: Kind): Extract<Key, `timeline.${Kind}`> {
  return `timeline.${kind}`;
}

function detailOf({ text, actor }: TimelineEntry, t: Translate): string | undefined {
  const by = actor === null ? undefined : t('timeline.by', { name: actor });
  if (text === null || text === '') return by;
  return by === undefined ? text : `${by}. ${text}`;
}
