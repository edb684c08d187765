import { useRouter } from '@tanstack/react-router';
import { Download as Arrow, Link2, LogOut, Monitor, Moon, Play, Sun } from 'lucide-react';
import { MiniTrack } from '@/features/downloads/components/MiniTrack';
import { wordsOf } from '@/features/downloads/components/CardLine';
import { isFinal } from '@/features/downloads/merge';
import { cardId, titleOf } from '@/features/downloads/naming';
import { useDownloads } from '@/features/downloads/useDownloads';
import { Palette } from '@/features/palette/components/Palette';
import type { Command, CommandGroup } from '@/features/palette/commands';
import type { Download } from '@/lib/api/downloads';
import { useI18n } from '@/lib/i18n';
import { useFormat } from '@/lib/i18n/useFormat';
import { hostOf, linkIn } from '@/lib/links';
import { chooseTheme, THEMES, type Theme } from '@/lib/theme';
import { PAGES } from '../pages';
import { useSignOut } from '../useSignOut';

const THEME_ICONS: Readonly<Record<Theme, React.ReactNode>> = {
  system: <Monitor aria-hidden />,
  dark: <Moon aria-hidden />,
  light: <Sun aria-hidden />,
};

interface SearchProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** What the palette finds: the parts of the app, put together. */
export function Search({ open, onOpenChange }: SearchProps) {
  const { t } = useI18n();
  const format = useFormat();
  const router = useRouter();
  const downloads = useDownloads().data ?? [];
  const signOut = useSignOut();

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

  const pages = PAGES.map(({ to, name, icon: Icon }): Command => ({
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

  const groupsFor = (query: string): CommandGroup[] => [
    { title: t('search.group.link'), commands: linkCommands(query), always: true },
    { title: t('search.group.downloads'), commands: downloads.map(downloadCommand) },
    { title: t('search.group.pages'), commands: pages },
    { title: t('search.group.do'), commands: deeds },
  ];

  return <Palette open={open} onOpenChange={onOpenChange} groupsFor={groupsFor} />;
}
