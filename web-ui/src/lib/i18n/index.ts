export { I18nProvider, useI18n } from './I18nProvider';
export { preferredLanguage, LANGUAGES, LANGUAGE_NAMES, type Language } from './languages';
export { chooseLanguage, isSpoken, speak, withHouse } from './speech';
export type { Key, Translate } from './messages';
export type { Formats } from './formats';
export { sentenceFor } from './sentences';
