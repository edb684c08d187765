import { useRouter } from '@tanstack/react-router';
import { Link2, LogOut, Monitor, Moon, Sun } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Command } from '@/features/palette/commands';
import { useI18n } from '@/lib/i18n';
import { chooseTheme, THEMES, type Theme } from '@/lib/theme';
import { may } from '../may';
import { INBOX, PAGES } from '../pages';
import { useMe } from '../useMe';
import { useSignOut } from '../useSignOut';

const THEME_ICONS: Readonly<Record<Theme, ReactNode>> = {
  system: <Monitor aria-hidden />,
  dark: <Moon aria-hidden />,
  light: <Sun aria-hidden />,
};

/** What the palette offers whatever there is: the pages of the app, and what can be done anywhere. */
export function useDeeds(): { readonly pages: Command[]; readonly deeds: Command[] } {
  const { t } = useI18n();
  const router = useRouter();
  const me = useMe();
  const signOut = useSignOut();

  const pages = [...PAGES, INBOX]
    .filter(({ needs }) => needs === undefined || may(me, needs))
    .map(({ to, name, icon: Icon }): Command => ({
      id: `page-${to}`,
      title: t(name),
      hint: t('search.page.hint'),
      icon: <Icon aria-hidden />,
      run: () => void router.navigate({ to }),
    }));

  const paste: Command = {
    id: 'paste',
    title: t('search.paste'),
    hint: t('search.paste.hint'),
    icon: <Link2 aria-hidden />,
    run: () =>
      void router.navigate({ to: '/downloads' }).then(() => {
        document.querySelector<HTMLInputElement>('.paste input')?.focus();
      }),
  };
  const deeds: Command[] = [
    ...(may(me, 'downloads:create') ? [paste] : []),
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

  return { pages, deeds };
}
