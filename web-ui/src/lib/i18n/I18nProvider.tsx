import {
  createContext,
  use,
  useLayoutEffect,
  useMemo,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import { localeOf, type Language } from './languages';
import { translator, type Translate } from './messages';
import { currentSpeech, onSpeechChanged } from './speech';

interface I18n {
  readonly language: Language;
  readonly locale: string;
  readonly t: Translate;
}

const Context = createContext<I18n | null>(null);

/** The first sentences are loaded before the first paint, so that no page ever flashes in English. */
export function I18nProvider({ children }: { readonly children: ReactNode }) {
  const { language, dictionary } = useSyncExternalStore(onSpeechChanged, currentSpeech);

  const value = useMemo<I18n>(() => {
    const locale = localeOf(language);
    return { language, locale, t: translator(locale, dictionary) };
  }, [language, dictionary]);

  useLayoutEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  return <Context value={value}>{children}</Context>;
}

export function useI18n(): I18n {
  const value = use(Context);
  if (value === null) throw new Error('useI18n needs an I18nProvider above it.');
  return value;
}
