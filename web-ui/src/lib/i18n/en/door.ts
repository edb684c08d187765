import type { Message } from '../messages';

/** What is said before anybody is inside: sign-in, set-up, and what can go wrong anywhere. */
export const door = {
  'app.skip': 'Skip to content',
  'app.home': 'MediaNest, home',
  'app.pages': 'Pages',
  'app.messages': 'Messages',

  'action.close': 'Close',
  'action.cancel': 'Cancel',
  'action.tryAgain': 'Try again',
  'action.tryNow': 'Try now',
  'action.goHome': 'Back home',
  'action.reload': 'Load the page again',

  'account.language': 'Language',

  'problem.UNREACHABLE':
    'MediaNest does not answer. Check the connection of this device, then try again.',
  'problem.TIMED_OUT': 'MediaNest took too long to answer. Try again in a moment.',
  'problem.SERVICE_UNAVAILABLE':
    'This part of MediaNest is not available right now. It usually comes back within a minute.',
  'problem.RATE_LIMITED': 'That was a little fast. Wait a moment, then try again.',
  'problem.UNAUTHENTICATED': 'Your session has ended. Sign in again.',
  'problem.FORBIDDEN': 'You may not do this. An admin can allow it.',
  'problem.NOT_FOUND': 'This is not here any more.',
  'problem.UNEXPECTED': 'Something went wrong on our side. Try again; if it stays, tell an admin.',
  'problem.number': 'If this stays, give an admin this number:',

  'boot.title': 'MediaNest does not answer.',
  'boot.text':
    'Perhaps it is just starting. This page tries again every few seconds and opens by itself.',

  'crash.title': 'This page fell over.',
  'crash.text': 'That is our mistake, and nothing of yours is lost. Load the page again to go on.',

  'form.required.name': 'Enter your name.',
  'form.required.password': 'Enter your password.',
  'form.required.code': 'Enter the set-up code.',
  'form.name': 'Name',
  'form.password': 'Password',
  'form.reveal': 'Show what you type',
  'form.conceal': 'Hide what you type',

  'session.page': 'Sign in',
  'session.title': 'What shall we watch?',
  'session.lead':
    'Search, ask for films and series, and see them arrive. For the people of this house.',
  'session.stay': 'Stay signed in on this device',
  'session.submit': 'Sign in',
  'session.submitting': 'Signing in',
  'session.plex': 'Continue with Plex',
  'session.plex.opening': 'Opening Plex',
  'session.plex.waiting': 'Waiting for Plex',
  'session.plex.window': 'Say yes in the window of Plex. This page goes on by itself.',
  'session.plex.blocked': 'Your browser held the window back.',
  'session.plex.open': 'Open Plex',
  'session.plex.again': 'Start again',
  'session.plex.elsewhere': 'On a TV or another phone?',
  'session.plex.code': 'Get a code',
  'session.plex.enter': 'Enter this at {place}',
  'session.plex.left': 'Waiting for Plex, {minutes} min left',
  'session.plex.codeIs': 'Code',
  'session.plex.expired': 'That took too long, so it ended. Start again.',
  'session.plex.failed': 'Plex did not let you in.',
  'session.local': 'Name and password',
  'session.foot': 'Only people of this server get in. Nothing here asks another website about you.',
  'session.ended': 'Your session has ended. Sign in again, and you are back where you were.',
} as const satisfies Record<string, Message>;
