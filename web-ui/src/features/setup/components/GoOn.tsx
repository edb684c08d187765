import { Link } from '@tanstack/react-router';
import { Wrench } from 'lucide-react';
import { useI18n } from '@/lib/i18n';

/** The way back into a set-up that was left in the middle. */
export function GoOn({ step }: { readonly step: 'plex' | 'films' }) {
  const { t } = useI18n();
  return (
    <section className="banner my-4" aria-label={t('setup.page')}>
      <Wrench aria-hidden className="size-5 text-warn" />
      <p className="min-w-48 flex-1">
        <b className="font-semibold">{t('setup.unfinished')}</b>{' '}
        <span className="text-muted">{t(`setup.missing.${step}`)}</span>
      </p>
      <Link to="/setup/$step" params={{ step }} className="btn sm">
        {t('setup.resume')}
      </Link>
    </section>
  );
}
