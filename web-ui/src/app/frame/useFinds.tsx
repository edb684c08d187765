import { useRouter } from '@tanstack/react-router';
import { Download as Arrow, Play, Search as Lens } from 'lucide-react';
import { Poster } from '@/components/Poster';
import { StateBadge } from '@/components/StateBadge';
import { Track } from '@/components/Track';
import { SHORTEST } from '@/features/browse/api/search';
import { wordsOf } from '@/features/downloads/components/CardLine';
import { MiniTrack } from '@/features/downloads/components/MiniTrack';
import { isFinal } from '@/features/downloads/merge';
import { cardId, titleOf } from '@/features/downloads/naming';
import type { Command } from '@/features/palette/commands';
import type { Download } from '@/lib/api/downloads';
import { kindOf, type RequestView, type TitleCard } from '@/lib/api/media';
import { useI18n } from '@/lib/i18n';
import { useFormat } from '@/lib/i18n/useFormat';
import { hostOf, linkIn } from '@/lib/links';
import { fractionOf, isAskable, isOnTheWay } from '@/lib/titles/standing';
import { stateWords } from '@/lib/titles/words';
import { useWishing } from '../wishes';

/** What can be done with each thing that the palette finds. */
export function useFinds() {
  const { t } = useI18n();
  const format = useFormat();
  const router = useRouter();
  const wish = useWishing();

  const ofTitle = (title: TitleCard): Command => {
    const { standing } = title;
    const params = { kind: kindOf(title.type), tmdbId: title.tmdbId.toString() };
    return {
      id: `title-${params.kind}-${params.tmdbId}`,
      title: title.title,
      hint: [t(`title.type.${title.type}`), title.year].filter((part) => part !== null).join(', '),
      icon: (
        <Poster
          title={title.title}
          url={title.posterUrl}
          developed={fractionOf(standing)}
          sizes="36px"
        />
      ),
      trailing: isOnTheWay(standing.state) ? (
        <Track
          title={title.title}
          standing={standing}
          says={stateWords(standing, t, format)}
          size="sm"
        />
      ) : (
        standing.state !== 'NOT_REQUESTED' && <StateBadge standing={standing} />
      ),
      run: () => void router.navigate({ to: '/title/$kind/$tmdbId', params }),
      ...(wish !== undefined && isAskable(standing.state, title.type)
        ? {
            atOnce: () => {
              wish(title);
            },
          }
        : {}),
    };
  };

  const ofRequest = (view: RequestView): Command => ({
    id: `request-${view.id}`,
    title: view.title,
    hint: stateWords(view.standing, t, format),
    words: view.note ?? '',
    icon: (
      <Poster
        title={view.title}
        url={view.posterUrl}
        developed={fractionOf(view.standing)}
        sizes="36px"
      />
    ),
    trailing: (
      <Track
        title={view.title}
        standing={view.standing}
        says={stateWords(view.standing, t, format)}
        size="sm"
      />
    ),
    run: () => void router.navigate({ to: '/requests', search: { request: view.id } }),
  });

  const ofAllResults = (query: string): Command[] =>
    query.trim().length < SHORTEST
      ? []
      : [
          {
            id: 'all-results',
            title: t('search.all', { query: query.trim() }),
            hint: t('search.all.hint'),
            icon: <Lens aria-hidden />,
            run: () => void router.navigate({ to: '/search', search: { q: query.trim() } }),
          },
        ];

  const ofLinkIn = (query: string): Command[] => {
    const link = linkIn(query);
    if (link === undefined) return [];
    return [
      {
        id: 'download-link',
        title: t('search.download'),
        hint: hostOf(link),
        icon: <Arrow aria-hidden />,
        run: () => void router.navigate({ to: '/downloads', search: { link } }),
      },
    ];
  };

  const ofDownload = (download: Download): Command => {
    const plays = download.state === 'COMPLETED' && download.fileUrl !== null;
    return {
      id: `download-${download.id}`,
      title: titleOf(download, t),
      hint: wordsOf(download, t, format),
      words: `${download.uploader ?? ''} ${download.url}`,
      icon: plays ? <Play aria-hidden /> : <Arrow aria-hidden />,
      trailing: isFinal(download) ? undefined : <MiniTrack download={download} />,
      run: () => void (plays ? play(download) : show(download)),
    };
  };

  const play = (download: Download) =>
    router.navigate({ to: '/downloads', search: { play: download.id } });
  const show = async (download: Download) => {
    await router.navigate({ to: '/downloads' });
    const card = document.getElementById(cardId(download.id));
    card?.scrollIntoView({ block: 'center' });
    card?.focus({ preventScroll: true });
  };

  return { ofTitle, ofRequest, ofDownload, ofLinkIn, ofAllResults };
}
