/** What comes after the account; each can be skipped, and changed later under Integrations. */
export const LATER = ['plex', 'requests', 'films', 'done'] as const;
export type LaterStep = (typeof LATER)[number];
