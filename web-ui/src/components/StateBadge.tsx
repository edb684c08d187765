import {
  Calendar,
  Check,
  Clock,
  Download,
  Folder,
  Hourglass,
  ListChecks,
  Plus,
  Search,
  Square,
  Trash2,
  TriangleAlert,
  X,
  type LucideIcon,
} from 'lucide-react';
import type { Standing, TitleState } from '@/lib/api/media';
import { useI18n } from '@/lib/i18n';
import { useFormat } from '@/lib/i18n/useFormat';
import { stateWords } from '@/lib/titles/words';

type Tone = '' | 'ok' | 'info' | 'live' | 'warn' | 'bad';

/** Thirteen states, no others: a glyph and a colour that never stand without words. */
const LOOKS: Readonly<Record<TitleState, readonly [LucideIcon, Tone]>> = {
  NOT_REQUESTED: [Plus, ''],
  AWAITING_APPROVAL: [Clock, ''],
  APPROVED_QUEUED: [Hourglass, 'info'],
  WAITING_FOR_RELEASE: [Calendar, 'info'],
  SEARCHING: [Search, 'info'],
  DOWNLOADING: [Download, 'live'],
  NEEDS_ATTENTION: [TriangleAlert, 'warn'],
  IMPORTED_NOT_IN_PLEX: [Folder, 'live'],
  PARTLY_AVAILABLE: [ListChecks, 'ok'],
  AVAILABLE: [Check, 'ok'],
  DECLINED: [X, 'bad'],
  CANCELLED: [Square, ''],
  REMOVED: [Trash2, ''],
};

export function toneOf(state: TitleState): Tone {
  return LOOKS[state][1];
}

export function StateIcon({ state }: { readonly state: TitleState }) {
  const [Icon] = LOOKS[state];
  return <Icon aria-hidden />;
}

interface StateBadgeProps {
  readonly standing: Pick<Standing, 'state' | 'percent' | 'etaSeconds' | 'releaseDate'>;
}

export function StateBadge({ standing }: StateBadgeProps) {
  const { t } = useI18n();
  const format = useFormat();
  return (
    <span className={`badge num ${toneOf(standing.state)}`}>
      <StateIcon state={standing.state} />
      {stateWords(standing, t, format)}
    </span>
  );
}
