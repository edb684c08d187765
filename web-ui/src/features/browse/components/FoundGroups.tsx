import { Link } from '@tanstack/react-router';
import { Empty } from '@/components/Empty';
import { Poster } from '@/components/Poster';
import { PosterCard } from '@/components/PosterCard';
import { Track } from '@/components/Track';
import { kindOf, type TitleCard } from '@/lib/api/media';
import { useI18n } from '@/lib/i18n';
import { useFormat } from '@/lib/i18n/useFormat';
import { fractionOf } from '@/lib/titles/standing';
import { stateWords } from '@/lib/titles/words';
import { countOf, type Found } from '../api/search';
import type { FindFilter } from '../filters';
import { Group } from './Group';

interface FoundGroupsProps {
  readonly results: Found;
  readonly query: string;
  readonly filter: FindFilter;
  readonly hasLink: boolean;
  readonly onRequest: ((title: TitleCard) => void) | undefined;
}

/** What one can play, what is coming and what one can ask for; or that there is nothing, and why. */
export function FoundGroups({ results, query, filter, hasLink, onRequest }: FoundGroupsProps) {
  const { t } = useI18n();
  const { library, onTheWay, requestable } = results;
  if (countOf(results) === 0 && !hasLink) {
    return Object.keys(filter).length > 0 ? (
      <NothingFiltered query={query} />
    ) : (
      <Nothing query={query} isWhole={results.catalogue.state === 'UP'} />
    );
  }
  const cards = (titles: readonly TitleCard[]) => (
    <ul className="gp">
      {titles.map((title) => (
        <li key={`${title.type}-${title.tmdbId.toString()}`}>
          <PosterCard title={title} onRequest={onRequest} />
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {library.length > 0 && (
        <Group name={t('find.library')} hint={t('find.library.hint')}>
          {cards(library)}
        </Group>
      )}
      {onTheWay.length > 0 && (
        <Group name={t('find.onTheWay')} hint={t('find.onTheWay.hint')}>
          <ul className="way">
            {onTheWay.map((title) => (
              <Coming key={`${title.type}-${title.tmdbId.toString()}`} title={title} />
            ))}
          </ul>
        </Group>
      )}
      {requestable.length > 0 && (
        <Group name={t('find.requestable')} hint={t('find.requestable.hint')}>
          {cards(requestable)}
        </Group>
      )}
    </>
  );
}

function NothingFiltered({ query }: { readonly query: string }) {
  const { t } = useI18n();
  return (
    <div className="pt-8">
      <Empty title={t('find.nothing.filtered', { query })} text={t('find.nothing.filtered.text')}>
        <Link
          to="/search"
          search={{ q: query }}
          className="btn mt-2"
          activeOptions={{ exact: true }}
        >
          {t('find.unfilter')}
        </Link>
      </Empty>
    </div>
  );
}

interface NothingProps {
  readonly query: string;
  /** Whether the catalogue was asked too. */
  readonly isWhole: boolean;
}

function Nothing({ query, isWhole }: NothingProps) {
  const { t } = useI18n();
  return (
    <div className="pt-8">
      <Empty
        title={t('find.nothing', { query })}
        text={t(isWhole ? 'find.nothing.text' : 'find.nothing.catalogue')}
      />
    </div>
  );
}

function Coming({ title }: { readonly title: TitleCard }) {
  const { t } = useI18n();
  const format = useFormat();
  const { standing } = title;
  const words = stateWords(standing, t, format);
  return (
    <li>
      <Link
        to="/title/$kind/$tmdbId"
        params={{ kind: kindOf(title.type), tmdbId: title.tmdbId.toString() }}
      >
        <Poster
          title={title.title}
          url={title.posterUrl}
          developed={fractionOf(standing)}
          className="th"
          sizes="84px"
        />
        <span className="min-w-0">
          <b className="h-card">{title.title}</b> <span className="text-muted">{title.year}</span>
          <span className="say num">{words}</span>
          <Track title={title.title} standing={standing} says={words} />
        </span>
      </Link>
    </li>
  );
}
