import { useI18n } from '@/lib/i18n';

/** Cards that are about to be there, in their final shape. */
export function CardSkeletons({ label }: { readonly label?: string }) {
  const { t } = useI18n();
  return (
    <div role="status" aria-busy="true" aria-label={label ?? t('downloads.list')}>
      {label === undefined && <span className="skel mb-5 h-6 w-24" />}
      {[1, 2, 3].map((card) => (
        <div key={card} className="card">
          <span className="skel pic" />
          <div className="facts">
            <span className="skel h-5 w-3/5" />
            <span className="skel mt-2 h-4 w-2/5" />
          </div>
          <div className="course">
            <span className="skel mt-3 h-4 w-1/3" />
            <span className="skel mt-3 h-[7px]" />
          </div>
        </div>
      ))}
    </div>
  );
}
