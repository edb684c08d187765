import { Avatar } from '@/components/Avatar';
import { usePatience } from '@/components/usePatience';
import type { TitlePage } from '@/lib/api/media';
import { useI18n } from '@/lib/i18n';

const MOST = 8;

export function Cast({ cast }: Pick<TitlePage, 'cast'>) {
  const { t } = useI18n();
  if (cast.length === 0) return null;
  return (
    <section className="sec" aria-labelledby="cast">
      <h2 className="h-sec mb-4" id="cast">
        {t('title.cast')}
      </h2>
      <ul className="cast">
        {cast.slice(0, MOST).map((member, index) => (
          <li key={`${member.name}-${index.toString()}`}>
            <Face name={member.name} url={member.profileUrl} />
            <span className="min-w-0">
              <b className="block font-semibold">{member.name}</b>
              <span className="text-muted">{member.character}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Face({ name, url }: { readonly name: string; readonly url: string | null }) {
  const { shown, fail } = usePatience(url);
  return shown === null ? (
    <Avatar name={name} />
  ) : (
    <img src={shown} alt="" loading="lazy" decoding="async" onError={fail} />
  );
}
