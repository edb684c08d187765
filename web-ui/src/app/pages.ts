import { Compass, Download, House, Ticket, type LucideIcon } from 'lucide-react';
import type { Key } from '@/lib/i18n';

interface Page {
  readonly to: '/' | '/discover' | '/requests' | '/downloads';
  readonly name: Extract<Key, `page.${string}`>;
  readonly icon: LucideIcon;
}

/** The pages of the rail, the bottom bar and the search, in this order. A page is here from the day it exists. */
export const PAGES: readonly Page[] = [
  { to: '/', name: 'page.home', icon: House },
  { to: '/discover', name: 'page.discover', icon: Compass },
  { to: '/requests', name: 'page.requests', icon: Ticket },
  { to: '/downloads', name: 'page.downloads', icon: Download },
];
