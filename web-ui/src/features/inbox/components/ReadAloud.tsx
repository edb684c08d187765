import { useState } from 'react';
import type { News } from '@/lib/api/auth';
import { useI18n } from '@/lib/i18n';
import { reasonOf, sentenceOf } from '../sentence';

interface ReadAloudProps {
  /** What is in the inbox, newest first. */
  readonly news: readonly News[];
}

/** Says what arrives while the inbox is open, once, to those who hear the screen instead of seeing it. */
export function ReadAloud({ news }: ReadAloudProps) {
  const { t } = useI18n();
  const newest = news[0]?.id;
  const [heard, setHeard] = useState<{ newest: string | undefined; arrived: readonly News[] }>({
    newest,
    arrived: [],
  });
  if (newest !== heard.newest) {
    setHeard({ newest, arrived: arrivedSince(heard.newest, news) });
  }
  const [first, ...others] = heard.arrived;
  const said =
    first === undefined
      ? ''
      : others.length === 0
        ? [sentenceOf(first, t), reasonOf(first, t)].join(' ').trim()
        : t('inbox.head.new', { count: heard.arrived.length });
  return (
    <p className="vh" role="status">
      {said}
    </p>
  );
}

/** Nothing, when what was the newest is not there any more: then it is another list. */
function arrivedSince(newest: string | undefined, news: readonly News[]): readonly News[] {
  if (newest === undefined) return news;
  return news.slice(
    0,
    Math.max(
      0,
      news.findIndex(({ id }) => id === newest),
    ),
  );
}
