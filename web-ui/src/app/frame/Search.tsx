import { useQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { searchQuery, SHORTEST } from '@/features/browse/api/search';
import { useSettled } from '@/features/browse/useSettled';
import { useDownloads } from '@/features/downloads/useDownloads';
import { Palette } from '@/features/palette/components/Palette';
import type { CommandGroup } from '@/features/palette/commands';
import { useMine } from '@/features/requests/useMine';
import type { TitleCard } from '@/lib/api/media';
import { useI18n } from '@/lib/i18n';
import { linkIn } from '@/lib/links';
import { useDeeds } from './useDeeds';
import { useFinds } from './useFinds';

interface SearchProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** What the palette finds: the parts of the app, put together. */
export function Search({ open, onClose }: SearchProps) {
  const { t } = useI18n();
  const downloads = useDownloads().data ?? [];
  const moving = useMine().data?.moving ?? [];
  const { pages, deeds } = useDeeds();
  const { ofTitle, ofRequest, ofDownload, ofLinkIn, ofAllResults } = useFinds();
  const [written, setWritten] = useState('');
  const settled = useSettled(open ? written : '');
  const wanted = linkIn(settled) === undefined ? settled : '';
  const titles = useQuery(searchQuery(wanted));
  const found = wanted.trim().length < SHORTEST ? undefined : titles.data;

  const known = new Set((found?.onTheWay ?? []).map(keyOf));
  const groupsFor = (query: string): CommandGroup[] => {
    // What was found belongs to what was written when it was asked for.
    const titlesFor = query.trim().length < SHORTEST ? undefined : found;
    const foundGroup = (title: string, cards: readonly TitleCard[] = []): CommandGroup => ({
      title,
      commands: cards.map(ofTitle),
      always: true,
    });
    return [
      { title: t('search.group.link'), commands: ofLinkIn(query), always: true },
      foundGroup(t('find.library'), titlesFor?.library),
      foundGroup(t('find.onTheWay'), titlesFor?.onTheWay),
      foundGroup(t('find.requestable'), titlesFor?.requestable),
      {
        title: t('page.requests'),
        commands: moving.filter((view) => !known.has(keyOf(view))).map(ofRequest),
      },
      { title: t('search.group.downloads'), commands: downloads.map(ofDownload) },
      { title: t('search.group.pages'), commands: pages },
      { title: t('search.group.do'), commands: deeds },
      {
        title: t('page.search'),
        commands: linkIn(query) === undefined ? ofAllResults(query) : [],
        always: true,
      },
    ];
  };

  return (
    <Palette
      open={open}
      onClose={() => {
        setWritten('');
        onClose();
      }}
      groupsFor={groupsFor}
      onQuery={setWritten}
      note={
        found?.catalogue.state === 'DOWN' && (
          <p className="note" role="status">
            <TriangleAlert aria-hidden />
            {t('search.catalogue.down')}
          </p>
        )
      }
    />
  );
}

function keyOf({ type, tmdbId }: Pick<TitleCard, 'type' | 'tmdbId'>): string {
  return `${type}-${tmdbId.toString()}`;
}
