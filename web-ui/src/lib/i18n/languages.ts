import { storage } from '../storage';
import { door as english } from './en/door';
import type { Door, House } from './messages';

export const LANGUAGES = ['en', 'de', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each language by its own name: whoever is lost in a foreign one finds the way back. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
};

export async function loadDoor(language: Language): Promise<Door> {
  switch (language) {
    case 'en':
      return english;
    case 'de':
      return (await import('./de/door')).door;
    case 'fr':
      return (await import('./fr/door')).door;
  }
}

export async function loadHouse(language: Language): Promise<House> {
  switch (language) {
    case 'en':
      return (await import('./en/house')).house;
    case 'de':
      return (await import('./de/house')).house;
    case 'fr':
      return (await import('./fr/house')).house;
  }
}

/** The chosen language, else the first of the browser's that we speak, else English. */
export function preferredLanguage(wishes: readonly string[] = navigator.languages): Language {
  const chosen = storage.read('language');
  return (
    [chosen ?? '', ...wishes].map(languageOf).find((language) => language !== undefined) ?? 'en'
  );
}

export function rememberLanguage(language: Language): void {
  storage.write('language', language);
}

function languageOf(tag: string): Language | undefined {
  const primary = tag.toLowerCase().split('-')[0];
  return LANGUAGES.find((language) => language === primary);
}

/** English of New Zealand formats dates its own way: the browser's tag is kept where the language is the same. */
export function localeOf(
  language: Language,
  wishes: readonly string[] = navigator.languages,
): string {
  return wishes.find((tag) => languageOf(tag) === language) ?? language;
}
