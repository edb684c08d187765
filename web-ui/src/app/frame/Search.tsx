import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import {
  Download as Arrow,
  Link2,
  LogOut,
  Monitor,
  Moon,
  Play,
  Search as Lens,
  Sun,
  TriangleAlert,
} from 'lucide-react';
import { useState } from 'react';
import { Poster } from '@/components/Poster';
import { StateBadge } from '@/components/StateBadge';
import { Track } from '@/components/Track';
import { searchQuery, SHORTEST } from '@/features/browse/api/search';
import { useSettled } from '@/features/browse/useSettled';
import { MiniTrack } from '@/features/downloads/components/MiniTrack';
import { wordsOf } from '@/features/downloads/components/CardLine';
import { isFinal } from '@/features/downloads/merge';
import { cardId, titleOf } from '@/features/downloads/naming';
import { useDownloads } from '@/features/downloads/useDownloads';
import { Palette } from '@/features/palette/components/Palette';
import type { Command, CommandGroup } from '@/features/palette/commands';
import { useMine } from '@/features/requests/useMine';
import type { Download } from '@/lib/api/downloads';
import { kindOf, type RequestView, type TitleCard } from '@/lib/api/media';
import { useI18n } from '@/lib/i18n';
import { useFormat } from '@/lib/i18n/useFormat';
import { hostOf, linkIn } from '@/lib/links';
import { fractionOf, isAskable, isOnTheWay } from '@/lib/titles/standing';
import { stateWords } from '@/lib/titles/words';
import { chooseTheme, THEMES, type Theme } from '@/lib/theme';
import { may } from '../may';
import { INBOX, PAGES } from '../pages';
import { useMe } from '../useMe';
import { wishFor, wishOf } from '../wishes';
import { useSignOut } from '../useSignOut';

const THEME_ICONS: Readonly<Record<Theme, React.ReactNode>> = {
  system: <Monitor aria-hidden />,
  dark: <Moon aria-hidden />,
  light: <Sun aria-hidden />,
};

interface SearchProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** What the palette finds: the parts of the app, put together. */
export function Search({ open, onClose }: SearchProps) {
  const { t } = useI18n();
  const format = useFormat();
  const router = useRouter();
  const downloads = useDownloads().data ?? [];
  const moving = useMine().data?.moving ?? [];
  const me = useMe();
  const signOut = useSignOut();
  const [written, setWritten] = useState('');
  const settled = useSettled(open ? written : '');
  const wanted = linkIn(settled) === undefined ? settled : '';
  const titles = useQuery(searchQuery(wanted));
  const found = wanted.trim().length < SHORTEST ? undefined : titles.data;

  const titleCommand = (title: TitleCard): Command => {
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
      ...(isAskable(standing.state, title.type)
        ? {
            atOnce: () => {
              wishFor(wishOf(title));
            },
          }
        : {}),
    };
  };

  const requestCommand = (view: RequestView): Command => ({
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

  const allResults = (query: string): Command[] =>
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

  const linkCommands = (query: string): Command[] => {
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

  const downloadCommand = (download: Download): Command => {
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

  const pages = [...PAGES, INBOX]
    .filter(({ needs }) => needs === undefined || may(me, needs))
    .map(({ to, name, icon: Icon }): Command => ({
      id: `page-${to}`,
      title: t(name),
      hint: t('search.page.hint'),
      icon: <Icon aria-hidden />,
      run: () => void router.navigate({ to }),
    }));

  const deeds: Command[] = [
    {
      id: 'paste',
      title: t('search.paste'),
      hint: t('search.paste.hint'),
      icon: <Link2 aria-hidden />,
      run: () =>
        void router.navigate({ to: '/downloads' }).then(() => {
          document.querySelector<HTMLInputElement>('.paste input')?.focus();
        }),
    },
    ...THEMES.map((theme): Command => ({
      id: `theme-${theme}`,
      title: t(`search.theme.${theme}`),
      hint: t('search.theme.hint'),
      icon: THEME_ICONS[theme],
      run: () => {
        chooseTheme(theme);
      },
    })),
    {
      id: 'sign-out',
      title: t('account.signOut'),
      hint: t('search.signOut.hint'),
      icon: <LogOut aria-hidden />,
      run: () => {
        signOut.mutate();
      },
    },
  ];

  const shown = (title: TitleCard) => `${title.type}-${title.tmdbId.toString()}`;
  const known = new Set([...(found?.onTheWay ?? [])].map(shown));
  const groupsFor = (query: string): CommandGroup[] => {
    // What was found belongs to what was written when it was asked for.
    const titlesFor = query.trim().length < SHORTEST ? undefined : found;
    return [
      { title: t('search.group.link'), commands: linkCommands(query), always: true },
      {
        title: t('find.library'),
        commands: (titlesFor?.library ?? []).map(titleCommand),
        always: true,
      },
      {
        title: t('find.onTheWay'),
        commands: (titlesFor?.onTheWay ?? []).map(titleCommand),
        always: true,
      },
      {
        title: t('find.requestable'),
        commands: (titlesFor?.requestable ?? []).map(titleCommand),
        always: true,
      },
      {
        title: t('page.requests'),
        commands: moving
          .filter((view) => !known.has(`${view.type}-${view.tmdbId.toString()}`))
          .map(requestCommand),
      },
      { title: t('search.group.downloads'), commands: downloads.map(downloadCommand) },
      { title: t('search.group.pages'), commands: pages },
      { title: t('search.group.do'), commands: deeds },
      {
        title: t('page.search'),
        commands: linkIn(query) === undefined ? allResults(query) : [],
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
