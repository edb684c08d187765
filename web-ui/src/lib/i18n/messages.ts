import type { cinema } from './en/cinema';
import type { door } from './en/door';
import type { house } from './en/house';
import type { inbox } from './en/inbox';
import type { office } from './en/office';
import type { setup } from './en/setup';

/** English is the source: its keys and placeholders are what every other language must have. */
type English = typeof door & typeof house;

/** A sentence with {placeholders}, or one for each plural form; `count` chooses the form. */
export type Message = string | Plural;

export interface Plural {
  readonly zero?: string;
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

export type Key = keyof English;

type Translated<Source> = {
  readonly [K in keyof Source]: Source[K] extends string ? string : Plural;
};

export type Door = Translated<typeof door>;
export type House = Translated<typeof house>;
export type Cinema = Translated<typeof cinema>;
export type Inbox = Translated<typeof inbox>;
export type Office = Translated<typeof office>;
export type SetUp = Translated<typeof setup>;
/** Until somebody is inside, only the door's sentences are known. */
export type Dictionary = Door & Partial<House>;

type Placeholders<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;
type NamesOf<K extends Key> = English[K] extends string
  ? Placeholders<English[K]>
  : English[K] extends { readonly other: infer Other }
    ? Placeholders<Other> | 'count'
    : never;

export type Values<K extends Key> = [NamesOf<K>] extends [never]
  ? []
  : [Readonly<Record<NamesOf<K>, string | number>>];

export type Translate = <K extends Key>(key: K, ...values: Values<K>) => string;

export function translator(locale: string, dictionary: Dictionary): Translate {
  const plurals = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);

  return (key, ...[values]) => {
    const message: Message = dictionary[key] ?? key;
    const given: Readonly<Record<string, string | number>> = values ?? {};
    return formOf(message, given, plurals).replace(/\{(\w+)\}/g, (placeholder, name: string) => {
      const value = given[name];
      if (value === undefined) return placeholder;
      return typeof value === 'number' ? numbers.format(value) : value;
    });
  };
}

function formOf(
  message: Message,
  values: Readonly<Record<string, string | number>>,
  plurals: Intl.PluralRules,
): string {
  if (typeof message === 'string') return message;
  const count = values['count'];
  return (typeof count === 'number' ? message[plurals.select(count)] : undefined) ?? message.other;
}
