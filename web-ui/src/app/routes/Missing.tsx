import { Link } from '@tanstack/react-router';
import { Notice } from '@/components/Notice';
import { PageTitle } from '@/components/PageTitle';
import { useI18n } from '@/lib/i18n';

export function Missing() {
  const { t } = useI18n();
  return (
    <div className="wrap py-16">
      <PageTitle>{t('missing.page')}</PageTitle>
      <Notice title={t('missing.title')} text={t('missing.text')}>
        <Link to="/" className="btn pri mt-3">
          {t('action.goHome')}
        </Link>
      </Notice>
    </div>
  );
}
