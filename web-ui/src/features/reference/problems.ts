import type { OpenApi } from './openapi';

/** A kind of refusal, as programs know it. */
export interface ProblemKind {
  readonly code: string;
  readonly status: number;
  /** What is wrong. */
  readonly title: string;
  /** What to do. */
  readonly remedy: string;
}

const LISTS = /ProblemCode$/;

/** All refusals that the services name, by status and code. Two services may mean different things by one code. */
export function problemsOf(document: OpenApi): readonly ProblemKind[] {
  return Object.entries(document.components?.schemas ?? {})
    .filter(([name]) => LISTS.test(name))
    .flatMap(([, { oneOf }]) => oneOf ?? [])
    .map((one) => ({
      code: String(one.const),
      status: one['x-status'] ?? 0,
      title: one.title ?? '',
      remedy: one.description ?? '',
    }))
    .sort((a, b) => a.status - b.status || a.code.localeCompare(b.code));
}

/** Those that have all of the words. */
export function findProblems(kinds: readonly ProblemKind[], text: string): readonly ProblemKind[] {
  const words = text.toLowerCase().split(/\s+/);
  return kinds.filter(({ code, status, title, remedy }) => {
    const told = `${String(status)} ${code} ${title} ${remedy}`.toLowerCase();
    return words.every((word) => told.includes(word));
  });
}
