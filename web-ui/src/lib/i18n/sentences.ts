import type { Problem } from '../problem';
import { door } from './en/door';
import type { Key, Translate } from './messages';

/** What to tell a person: the server's own sentence, else ours for the code, else that it is our mistake. */
export function sentenceFor(problem: Problem, t: Translate): string {
  if (problem.detail !== undefined) return problem.detail;
  const key = `problem.${problem.code}`;
  return t(isPlainKey(key) ? key : 'problem.UNEXPECTED');
}

type ProblemKey = Extract<Key, `problem.${string}`>;

function isPlainKey(key: string): key is ProblemKey {
  return Object.hasOwn(door, key);
}
