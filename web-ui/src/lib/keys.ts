const APPLE = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** The key for commands, by the name that it has on this keyboard. */
export const COMMAND = APPLE ? '⌘' : 'Ctrl';

/** The keys that open the search. */
export const SEARCH_KEYS = APPLE ? '⌘K' : 'Ctrl K';
