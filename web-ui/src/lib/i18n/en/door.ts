import type { Message } from '../messages';

/** What is said before anybody is inside: sign-in, set-up, and what can go wrong anywhere. */
export const door = {
  'app.skip': 'Skip to content',
  'app.home': 'MediaNest, home',
  'app.pages': 'Pages',
  'app.notifications': 'Notifications',

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
    'Paste a link, and watch it arrive in your library. For the people of this house.',
  'session.stay': 'Stay signed in on this device',
  'session.submit': 'Sign in',
  'session.submitting': 'Signing in',
  'session.foot': 'Only people of this server get in. Nothing here asks another website about you.',
  'session.ended': 'Your session has ended. Sign in again, and you are back where you were.',

  'setup.page': 'Set-up',
  'setup.title': 'Make yourself at home.',
  'setup.lead':
    'MediaNest is running and knows nobody yet. The code shows that this server is yours; the account is its first admin.',
  'setup.steps': 'Set-up, step {step} of 3',
  'setup.step.code': 'Code',
  'setup.step.code.hint': 'Shown where MediaNest was started',
  'setup.step.code.done': 'Entered',
  'setup.step.account': 'You',
  'setup.step.account.hint': 'Name and password of the admin',
  'setup.step.account.done': '{name}, admin',
  'setup.step.done': 'Done',
  'setup.step.done.hint': 'Paste your first link',
  'setup.code': 'Set-up code',
  'setup.code.hint':
    'Eight letters and digits. It stands in the terminal in which MediaNest was started.',
  'setup.code.invalid': 'The code has eight letters and digits, such as 4F7K-Q2MX.',
  'setup.name.hint': 'Two characters or more: letters, digits, dots, dashes and underscores.',
  'setup.name.invalid':
    'Use 2 to 32 letters, digits, dots, dashes and underscores, and start with a letter or a digit.',
  'setup.password.hint':
    'Ten characters or more. A short sentence is easy to remember and hard to guess.',
  'setup.password.short': 'Use ten characters or more.',
  'setup.password.long': 'Use at most 256 characters.',
  'setup.submit': 'Create the account',
  'setup.submitting': 'Creating the account',
  'setup.foot': 'The code works once. After this step, nobody can claim this server again.',
} as const satisfies Record<string, Message>;
