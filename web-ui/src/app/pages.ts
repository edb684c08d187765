import {
  Activity,
  Bell,
  Braces,
  Compass,
  Download,
  House,
  PlugZap,
  ScrollText,
  Ticket,
  Users,
  type LucideIcon,
} from 'lucide-react';
import type { Key } from '@/lib/i18n';
import type { Permission } from './may';

interface Page {
  readonly to:
    | '/'
    | '/discover'
    | '/requests'
    | '/downloads'
    | '/status'
    | '/people'
    | '/integrations'
    | '/audit'
    | '/reference'
    | '/inbox';
  readonly name: Extract<Key, `page.${string}`>;
  readonly icon: LucideIcon;
  /** Who may see it; everybody, where nothing is said. */
  readonly needs?: Permission;
  /** There is room for five at the bottom of a phone: the others are in the account's menu. */
  readonly minor?: true;
}

/** The pages of the rail, the bottom bar and the search, in this order. A page is here from the day it exists. */
export const PAGES: readonly Page[] = [
  { to: '/', name: 'page.home', icon: House },
  { to: '/discover', name: 'page.discover', icon: Compass },
  { to: '/requests', name: 'page.requests', icon: Ticket },
  { to: '/downloads', name: 'page.downloads', icon: Download },
  { to: '/status', name: 'page.status', icon: Activity, minor: true },
  { to: '/people', name: 'page.people', icon: Users, needs: 'users:manage', minor: true },
  {
    to: '/integrations',
    name: 'page.integrations',
    icon: PlugZap,
    needs: 'settings:manage',
    minor: true,
  },
  { to: '/audit', name: 'page.audit', icon: ScrollText, needs: 'audit:read', minor: true },
  {
    to: '/reference',
    name: 'page.reference',
    icon: Braces,
    needs: 'settings:manage',
    minor: true,
  },
];

/** Behind the bell in the top bar, on every page. */
export const INBOX: Page = { to: '/inbox', name: 'page.inbox', icon: Bell };
