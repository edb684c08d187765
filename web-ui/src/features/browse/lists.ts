/** The shelves of the catalogue. */
export const LISTS = ['trending', 'popular', 'upcoming'] as const;
export type List = (typeof LISTS)[number];
