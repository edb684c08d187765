import type { Message } from '../messages';

/** What is said where news is read. */
export const inbox = {
  'page.inbox': 'Inbox',
  'inbox.bell': { one: 'Inbox, {count} unread', other: 'Inbox, {count} unread' },
  'inbox.head': 'You know everything.',
  'inbox.head.new': { one: 'One thing is new.', other: '{count} things are new.' },
  'inbox.head.many': 'More than {count} things are new.',
  'inbox.lead': 'What became of your wishes, of what you follow, and of your downloads.',
  'inbox.readAll': 'Mark all as read',
  'inbox.read.failed': 'That could not be marked as read.',
  'inbox.new': 'New:',
  'inbox.loading': 'Loading the inbox',
  'inbox.failed': 'Could not load the inbox',
  'inbox.failed.safe': 'Nothing in it is lost.',
  'inbox.none': 'Nothing has happened yet.',
  'inbox.none.text':
    'As soon as a wish is answered or has arrived, it stands here, with the reason if there is one.',
  'inbox.REQUEST_AVAILABLE': '{title} is in Plex.',
  'inbox.REQUEST_DECLINED': '{title} was declined.',
  'inbox.REQUEST_FAILED': '{title} could not be brought in.',
  'inbox.FOLLOWED_AVAILABLE': '{title} is in Plex.',
  'inbox.FOLLOWED_DECLINED': '{title} was declined.',
  'inbox.DOWNLOAD_IN_PLEX': '{title} can be played in Plex.',
  'inbox.untitled.asked': 'Something you asked for',
  'inbox.untitled.followed': 'Something you follow',
  'inbox.untitled.brought': 'Your download',
  'inbox.cause.asked': 'You asked for it',
  'inbox.cause.followed': 'You follow it',
  'inbox.cause.brought': 'You brought it by a link',
} as const satisfies Record<string, Message>;
