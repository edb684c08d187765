import { Search } from 'lucide-react';
import { useI18n } from '@/lib/i18n';
import type { LiveState } from '@/lib/live';
import { ConnectionBadge } from './Connection';
import { UserMenu } from './UserMenu';

const COMMAND_KEY = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘K' : 'Ctrl K';

interface TopBarProps {
  readonly live: LiveState;
  readonly onSearch: () => void;
}

export function TopBar({ live, onSearch }: TopBarProps) {
  const { t } = useI18n();
  return (
    <header className="top">
      <button
        type="button"
        className="find"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K /"
        onClick={onSearch}
      >
        <Search aria-hidden strokeWidth={1.75} />
        <span className="clip flex-1 max-desk:hidden">{t('search.placeholder')}</span>
        <span className="clip flex-1 desk:hidden">{t('search.placeholder.short')}</span>
        <span className="kbd max-desk:hidden" aria-hidden="true">
          {COMMAND_KEY}
        </span>
      </button>
      <div className="ml-auto flex items-center gap-3">
        <ConnectionBadge state={live} />
        <UserMenu />
      </div>
    </header>
  );
}
