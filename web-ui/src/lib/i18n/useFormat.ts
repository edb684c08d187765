import { formatsFor, type Formats } from './formats';
import { useI18n } from './I18nProvider';

const known = new Map<string, Formats>();

/** Numbers, sizes and times as the person writes them. Apart from useI18n, because the door needs none. */
export function useFormat(): Formats {
  const { locale } = useI18n();
  const formats = known.get(locale) ?? formatsFor(locale);
  known.set(locale, formats);
  return formats;
}
