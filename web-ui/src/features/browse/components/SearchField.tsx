import { Search, X } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { IconButton } from '@/components/Button';
import { useI18n } from '@/lib/i18n';
import { useSettled } from '../useSettled';

interface SearchFieldProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
}

/** The field of the search page. What is written goes into the address, so that Back and a copied link find it again. */
export function SearchField({ query, onQuery }: SearchFieldProps) {
  const { t } = useI18n();
  const [written, setWritten] = useState(query);
  const [known, setKnown] = useState(query);
  if (query !== known) {
    // The address changed by other hands: Back, or the palette.
    setKnown(query);
    if (query !== written.trim()) setWritten(query);
  }
  const settled = useSettled(written);
  const say = useEffectEvent(onQuery);
  useEffect(() => {
    say(settled.trim());
  }, [settled]);

  return (
    <div className="find field-like" role="search">
      <Search aria-hidden strokeWidth={1.75} />
      <input
        type="text"
        inputMode="search"
        enterKeyHint="search"
        aria-label={t('find.field')}
        placeholder={t('find.placeholder')}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={written}
        onChange={(event) => {
          setWritten(event.target.value);
        }}
      />
      {written !== '' && (
        <IconButton
          size="sm"
          label={t('downloads.link.clear')}
          icon={<X aria-hidden />}
          onClick={() => {
            setWritten('');
          }}
        />
      )}
    </div>
  );
}
