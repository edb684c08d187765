import { describe, expect, it } from 'vitest';
import { Problem } from '../problem';
import { LANGUAGES, loadDoor, loadHouse, preferredLanguage } from './languages';
import { translator, type Message } from './messages';
import { sentenceFor } from './sentences';

const whole = async (language: (typeof LANGUAGES)[number]) => ({
  ...(await loadDoor(language)),
  ...(await loadHouse(language)),
});
const formsOf = (message: Message): string[] =>
  typeof message === 'string' ? [message] : Object.values<string>({ ...message });
const unnumbered = (names: readonly string[]) =>
  names.filter((name) => name !== '{count}' && name !== '{number}');
const placeholdersOf = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

describe.each(LANGUAGES.filter((language) => language !== 'en'))('%s', (language) => {
  it('has each sentence of English, and none is empty', async () => {
    const english = await whole('en');
    const translated = await whole(language);

    expect(Object.keys(translated).sort()).toEqual(Object.keys(english).sort());
    expect(
      Object.values(translated)
        .flatMap(formsOf)
        .filter((text) => text.trim() === ''),
    ).toEqual([]);
  });

  it('uses the same placeholders', async () => {
    const translated: Record<string, Message> = await whole(language);

    Object.entries<Message>(await whole('en')).forEach(([key, message]) => {
      const wanted = placeholdersOf(formsOf(message).at(-1) ?? '');
      const forms = formsOf(translated[key] ?? '');
      expect([key, placeholdersOf(forms.at(-1) ?? '')]).toEqual([key, wanted]);
      // "One request" needs no number, in whatever language.
      forms.slice(0, -1).forEach((text) => {
        expect([key, unnumbered(placeholdersOf(text))]).toEqual([key, unnumbered(wanted)]);
      });
    });
  });
});

describe('the translator', () => {
  it('chooses the plural form and writes numbers as the language does', async () => {
    const english = translator('en', await whole('en'));
    const german = translator('de', await whole('de'));

    expect(english('search.count', { count: 1 })).toBe('1 result');
    expect(english('search.count', { count: 1200 })).toBe('1,200 results');
    expect(german('search.count', { count: 1200 })).toBe('1.200 Ergebnisse');
  });

  it('never fills a placeholder from what was filled in', async () => {
    const t = translator('en', await whole('en'));

    expect(t('downloads.removed', { title: '{size} of {title}' })).toBe(
      '{size} of {title} is removed.',
    );
  });
});

describe('the language', () => {
  it('is the first of the browser’s that is spoken here', () => {
    expect(preferredLanguage(['nl-NL', 'de-AT', 'en'])).toBe('de');
    expect(preferredLanguage(['ja'])).toBe('en');
  });

  it('is the chosen one before all', () => {
    localStorage.setItem('medianest.language', 'fr');

    expect(preferredLanguage(['de'])).toBe('fr');
  });
});

describe('the sentence for a problem', () => {
  it('is the server’s own where it has one', async () => {
    const t = translator('en', await whole('en'));

    expect(
      sentenceFor(new Problem({ status: 422, code: 'PROBE_FAILED', detail: 'It is private.' }), t),
    ).toBe('It is private.');
    expect(sentenceFor(Problem.unreachable(), t)).toMatch(/does not answer/);
    expect(sentenceFor(new Problem({ status: 418, code: 'TEAPOT' }), t)).toMatch(/on our side/);
  });
});
