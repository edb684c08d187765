import {
  BellOff,
  BellRing,
  Check,
  Download,
  TriangleAlert,
  X,
  type LucideIcon,
} from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { RelativeTime } from '@/components/RelativeTime';
import type { News } from '@/lib/api/auth';
import { useI18n } from '@/lib/i18n';
import { causeOf, reasonOf, sentenceOf, toneOf } from '../sentence';

const ICONS: Readonly<Record<News['kind'], LucideIcon>> = {
  REQUEST_AVAILABLE: Check,
  REQUEST_DECLINED: X,
  REQUEST_FAILED: TriangleAlert,
  FOLLOWED_AVAILABLE: BellRing,
  FOLLOWED_DECLINED: BellOff,
  DOWNLOAD_IN_PLEX: Download,
};

interface NewsRowProps {
  readonly news: News;
  /** Draws the way to what it is about, around its words. */
  readonly link: (news: News, words: ReactNode) => ReactNode;
}

/** One thing that happened, with its reason in full. It is drawn again only when it has changed. */
export const NewsRow = memo(function NewsRow({ news, link }: NewsRowProps) {
  const { t } = useI18n();
  const Icon = ICONS[news.kind];
  const isNew = news.readAt === null;
  const reason = reasonOf(news, t);
  return (
    <li className={isNew ? 'new' : ''}>
      <span className={`cell ${toneOf(news.kind)}`}>
        <Icon aria-hidden />
      </span>
      <div className="min-w-0">
        <h2 className="h-card break-words">
          {isNew && <span className="vh">{t('inbox.new')} </span>}
          {link(news, sentenceOf(news, t))}
        </h2>
        {reason !== undefined && <p className="why">{reason}</p>}
        <p className="mt-1 text-13 text-muted dot-sep">
          <span>{causeOf(news.kind, t)}</span>
          <span>
            <RelativeTime at={news.createdAt} />
          </span>
        </p>
      </div>
    </li>
  );
});

/** The shape of what comes. */
export function NewsSkeletons() {
  return (
    <ul className="news" aria-hidden="true">
      {[1, 2, 3, 4].map((row) => (
        <li key={row}>
          <span className="skel h-9 w-12" />
          <div className="grid gap-2">
            <span className="skel h-4 w-2/5" />
            <span className="skel h-3.5 w-1/4" />
          </div>
        </li>
      ))}
    </ul>
  );
}
