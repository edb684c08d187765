import { Link } from '@tanstack/react-router';
import { Link2 } from 'lucide-react';
import { useI18n } from '@/lib/i18n';
import { hostOf } from '@/lib/links';
import { Group } from './Group';

/** Not a film? Bring it yourself. */
export function PasteGroup({ link }: { readonly link: string | undefined }) {
  const { t } = useI18n();
  return (
    <Group name={t('find.link')} hint={t('find.link.hint')}>
      <div className="linkrow">
        <span className="reel" aria-hidden="true">
          <Link2 />
        </span>
        <p className="min-w-0">
          <b className="h-card block">
            {link === undefined
              ? t('find.link.title')
              : t('find.link.found', { host: hostOf(link) })}
          </b>
          <span className="text-muted">{t('find.link.text')}</span>
        </p>
        <Link
          to="/downloads"
          search={link === undefined ? {} : { link }}
          className={link === undefined ? 'btn' : 'btn pri'}
        >
          <Link2 aria-hidden />
          {t(link === undefined ? 'find.link.paste' : 'search.download')}
        </Link>
      </div>
    </Group>
  );
}
