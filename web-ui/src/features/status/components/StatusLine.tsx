import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ChevronRight, TriangleAlert } from 'lucide-react';
import { capabilitiesQuery } from '@/lib/capabilities';
import { useI18n } from '@/lib/i18n';
import { useFormat } from '@/lib/i18n/useFormat';
import { capabilitiesOf } from '../abilities';
import './line.css';

/** One line on home: whether all is well, and what is off, with the reason. */
export function StatusLine() {
  const { t } = useI18n();
  const format = useFormat();
  const { data: capabilities, isError } = useQuery(capabilitiesQuery);
  const off = capabilitiesOf(capabilities).filter(({ state }) => !state.available);
  return (
    <div className="sysline" role="status">
      {capabilities === undefined ? (
        isError ? null : (
          <span className="skel h-5 w-44" />
        )
      ) : off.length === 0 ? (
        <b>{t('status.line.up')}</b>
      ) : (
        off.map(({ name, state }) => (
          <span key={name} className="off">
            <TriangleAlert aria-hidden />
            {state.since === null
              ? t('status.line.off', { what: t(`status.can.${name}`) })
              : t('status.line.since', {
                  what: t(`status.can.${name}`),
                  time: format.since(new Date(state.since)),
                })}{' '}
            <span>{state.reason}</span>
          </span>
        ))
      )}
      <Link to="/status" className="more">
        {t('page.status')}
        <ChevronRight aria-hidden />
      </Link>
    </div>
  );
}
