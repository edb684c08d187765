import type { Message } from '../messages';

/** What is said while a server is set up. */
export const setup = {
  'setup.page': 'Set-up',
  'setup.title': 'Make yourself at home.',
  'setup.lead':
    'MediaNest is running and knows nobody yet. The code shows that this server is yours; the account is its first admin.',
  'setup.steps': 'Set-up, step {step} of {count}',
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
  'setup.step.plex': 'Connect Plex',
  'setup.step.plex.hint': 'The server and its libraries',
  'setup.step.requests': 'Requests',
  'setup.step.requests.hint': 'Seerr, Radarr and Sonarr, or none yet',
  'setup.step.films': 'Film facts',
  'setup.step.films.hint': 'TMDB key',
  'setup.plex.title': 'Which Plex is home?',
  'setup.plex.lead':
    'Sign in with Plex and pick the server that you share. Whoever it is shared with can sign in then.',
  'setup.requests.title': 'Who gets what people ask for?',
  'setup.requests.lead':
    'Approved requests go there. Without it they wait here, and nothing is lost.',
  'setup.requests.way': 'Who gets it',
  'setup.requests.way.SEERR': 'Overseerr or Seerr',
  'setup.requests.way.ARRS': 'Radarr and Sonarr',
  'setup.requests.way.NONE': 'Nobody yet',
  'setup.films.title': 'Where do posters come from?',
  'setup.films.lead': 'TMDB knows films and series. Its key is free, for people who ask for one.',
  'setup.done.title': 'The room is dark, the film is in.',
  'setup.done.lead':
    'You can change all of it under Integrations. Invite people by sharing your Plex server with them.',
  'setup.unfinished': 'Set-up is not finished.',
  'setup.resume': 'Go on with set-up',
  'setup.missing.plex': 'Plex is not connected yet, so nobody can come in with it.',
  'setup.missing.films': 'TMDB is not connected yet, so there is nothing to ask for.',
  'setup.back': 'Back',
  'setup.skip': 'Later',
  'setup.next': 'Go on',
  'setup.finish': 'Open MediaNest',
  'setup.later.foot':
    'You can stop at any step. It is kept, and every step can be changed later under Integrations.',
} as const satisfies Record<string, Message>;
