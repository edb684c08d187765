/**
 * A day of the calendar as services write it, "2026-03-01": that day here. As a moment it would be midnight in Greenwich, which is the
 * day before for everybody west of it.
 */
export function dayOf(written: string): Date {
  return new Date(`${written.slice(0, 10)}T00:00:00`);
}
