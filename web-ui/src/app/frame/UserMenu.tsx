import * as Menu from '@radix-ui/react-dropdown-menu';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { Check, Link2, LogOut } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Avatar } from '@/components/Avatar';
import { toast } from '@/components/toasts';
import { meQuery } from '@/features/session/api/me';
import { chooseLanguage, useI18n, LANGUAGES, LANGUAGE_NAMES, type Language } from '@/lib/i18n';
import { chooseTheme, THEMES, useTheme, type Theme } from '@/lib/theme';
import { may } from '../may';
import { PAGES } from '../pages';
import { useSignOut } from '../useSignOut';
import { useMe } from '../useMe';

const LinkPlexSheet = lazy(async () => ({
  default: (await import('@/features/session/components/LinkPlexSheet')).LinkPlexSheet,
}));

export function UserMenu() {
  const { t } = useI18n();
  const router = useRouter();

  const queryClient = useQueryClient();
  const [linking, setLinking] = useState<boolean>();

  return (
    <>
      <Account
        onLink={() => {
          setLinking(true);
        }}
      />
      {linking !== undefined && (
        <Suspense>
          <LinkPlexSheet
            open={linking}
            onClose={() => {
              setLinking(false);
            }}
            onLinked={(linked) => {
              setLinking(false);
              queryClient.setQueryData(meQuery.queryKey, linked);
              void router.invalidate();
              toast({ tone: 'ok', title: t('account.linkedPlex') });
            }}
          />
        </Suspense>
      )}
    </>
  );
}

function Account({ onLink }: { readonly onLink: () => void }) {
  const { t, language } = useI18n();
  const me = useMe();
  const theme = useTheme();
  const router = useRouter();
  const signOut = useSignOut();

  return (
    <Menu.Root modal={false}>
      <Menu.Trigger
        className="btn quiet ic"
        aria-label={t('account.menu')}
        title={t('account.menu')}
      >
        <Avatar name={me.username} />
      </Menu.Trigger>
      <Menu.Content className="menu" align="end" sideOffset={6} collisionPadding={12}>
        <Menu.Label className="flex items-center gap-3 px-3 py-2">
          <Avatar name={me.username} />
          <span className="min-w-0 break-words">
            {t('account.signedInAs', { name: me.username })}
          </span>
        </Menu.Label>
        <Menu.Separator className="rule" />
        {PAGES.filter(
          ({ minor, needs }) => minor === true && (needs === undefined || may(me, needs)),
        ).map(({ to, name, icon: Icon }) => (
          <Menu.Item
            key={to}
            className="item desk:hidden"
            onSelect={() => {
              void router.navigate({ to });
            }}
          >
            <Icon aria-hidden />
            {t(name)}
          </Menu.Item>
        ))}
        <Menu.Separator className="rule desk:hidden" />
        <Menu.Label className="head" id="menu-theme">
          {t('account.theme')}
        </Menu.Label>
        <Menu.RadioGroup
          aria-labelledby="menu-theme"
          value={theme}
          onValueChange={(value) => {
            chooseTheme(value as Theme);
          }}
        >
          {THEMES.map((name) => (
            <Choice key={name} value={name}>
              {t(`account.theme.${name}`)}
            </Choice>
          ))}
        </Menu.RadioGroup>
        <Menu.Separator className="rule" />
        <Menu.Label className="head" id="menu-language">
          {t('account.language')}
        </Menu.Label>
        <Menu.RadioGroup
          aria-labelledby="menu-language"
          value={language}
          onValueChange={(value) => {
            void chooseLanguage(value as Language);
          }}
        >
          {LANGUAGES.map((name) => (
            <Choice key={name} value={name}>
              <span lang={name}>{LANGUAGE_NAMES[name]}</span>
            </Choice>
          ))}
        </Menu.RadioGroup>
        <Menu.Separator className="rule" />
        {!me.plexLinked && (
          <Menu.Item className="item" onSelect={onLink}>
            <Link2 aria-hidden />
            {t('account.linkPlex')}
          </Menu.Item>
        )}
        <Menu.Item
          className="item"
          onSelect={() => {
            signOut.mutate();
          }}
        >
          <LogOut aria-hidden />
          {t('account.signOut')}
        </Menu.Item>
      </Menu.Content>
    </Menu.Root>
  );
}

function Choice({
  value,
  children,
}: {
  readonly value: string;
  readonly children: React.ReactNode;
}) {
  return (
    <Menu.RadioItem
      className="item"
      value={value}
      onSelect={(event) => {
        // The menu stays open: one sees what the choice does, and takes another.
        event.preventDefault();
      }}
    >
      <span className="grid size-[18px] place-items-center">
        <Menu.ItemIndicator>
          <Check aria-hidden />
        </Menu.ItemIndicator>
      </span>
      {children}
    </Menu.RadioItem>
  );
}
