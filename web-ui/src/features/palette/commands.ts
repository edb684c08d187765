import type { ReactNode } from 'react';

/** Something that the palette can do. What there is, is composed by the app. */
export interface Command {
  readonly id: string;
  readonly title: string;
  readonly hint?: string | undefined;
  readonly icon: ReactNode;
  readonly trailing?: ReactNode;
  /** Other words by which it is found. */
  readonly words?: string | undefined;
  readonly run: () => void;
  /** What Ctrl Enter does at once, where there is such a thing. */
  readonly atOnce?: (() => void) | undefined;
}

export interface CommandGroup {
  readonly title: string;
  readonly commands: readonly Command[];
  /** Shown whatever is written, such as the offer to download a pasted link. */
  readonly always?: boolean;
}

const MOST_IN_A_GROUP = 6;

/** Each group with what matches, best first; groups without a match are left out. */
export function matching(groups: readonly CommandGroup[], query: string): CommandGroup[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  return groups
    .map((group) => ({
      ...group,
      commands: (group.always === true ? group.commands : ranked(group.commands, words)).slice(
        0,
        MOST_IN_A_GROUP,
      ),
    }))
    .filter((group) => group.commands.length > 0);
}

function ranked(commands: readonly Command[], words: readonly string[]): Command[] {
  return commands
    .map((command) => ({ command, rank: rankOf(command, words) }))
    .filter(({ rank }) => rank > 0)
    .sort((one, other) => other.rank - one.rank)
    .map(({ command }) => command);
}

/** 0 is no match; the beginning of a title counts most, then the beginning of a word, then anything. */
function rankOf(command: Command, words: readonly string[]): number {
  const title = folded(command.title);
  const everything = `${title} ${folded(command.hint ?? '')} ${folded(command.words ?? '')}`;
  if (!words.every((word) => everything.includes(word))) return 0;
  const first = words[0] ?? '';
  if (title.startsWith(first)) return 3;
  return title.includes(` ${first}`) ? 2 : 1;
}

/** Without case and accents: "etretat" finds Étretat. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
}
