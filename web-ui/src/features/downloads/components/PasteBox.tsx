import { useQuery } from '@tanstack/react-query';
import { Check, CircleAlert, Link2, RotateCw, X } from 'lucide-react';
import { useCallback, useEffect, useId, useRef, useState } from 'react';
import { Button, IconButton } from '@/components/Button';
import type { Download } from '@/lib/api/downloads';
import { sentenceFor, useI18n } from '@/lib/i18n';
import { useFormat } from '@/lib/i18n/useFormat';
import { hostOf, linkIn } from '@/lib/links';
import { Problem } from '@/lib/problem';
import { probeQuery } from '../api/probe';
import { Preview, PreviewSkeleton } from './Preview';

interface PasteBoxProps {
  /** A link that came from elsewhere, such as the search. */
  readonly offered: string | undefined;
  readonly onOfferTaken: () => void;
  readonly onSubmitted: (download: Download) => void;
}

/** Paste a link: it is looked at at once, and shown before anything is downloaded. */
export function PasteBox({ offered, onOfferTaken, onSubmitted }: PasteBoxProps) {
  const { t } = useI18n();
  const format = useFormat();
  const [text, setText] = useState('');
  const [link, setLink] = useState<string | null>(null);
  const [refused, setRefused] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const saidId = useId();
  const probe = useQuery(probeQuery(link));

  const look = useCallback((written: string) => {
    const address = linkIn(written);
    setText(address ?? written);
    setLink(address ?? null);
    setRefused(address === undefined && written.trim() !== '');
    // Of a long address, the beginning says more than the end.
    requestAnimationFrame(() => input.current?.scrollTo({ left: 0 }));
  }, []);

  const change = (written: string) => {
    setText(written);
    setLink(null);
    setRefused(false);
  };

  const clear = () => {
    change('');
    input.current?.focus();
  };

  useOffer(offered, look, onOfferTaken);
  usePasteAnywhere(look);

  const problem = probe.error === null ? undefined : Problem.from(probe.error);
  const complaint = refused ? t('downloads.link.invalid') : problem && sentenceFor(problem, t);

  return (
    <section className="paste" aria-label={t('downloads.new')}>
      <form
        className="in"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          look(text);
        }}
      >
        <Link2 aria-hidden className="text-lit" />
        <input
          ref={input}
          type="text"
          inputMode="url"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          enterKeyHint="go"
          aria-label={t('downloads.link')}
          aria-invalid={complaint !== undefined}
          aria-describedby={saidId}
          placeholder={t('downloads.link.placeholder')}
          value={text}
          onChange={(event) => {
            change(event.target.value);
          }}
          onPaste={(event) => {
            const pasted = linkIn(event.clipboardData.getData('text'));
            if (pasted === undefined) return;
            event.preventDefault();
            look(pasted);
          }}
        />
        <span role="status" className="contents">
          {probe.isFetching && link !== null && (
            <span className="badge live">
              <span className="spinner" />
              <span className="max-desk:sr-only">
                {t('downloads.probe.looking', { host: hostOf(link) })}
              </span>
            </span>
          )}
          {probe.data && !probe.isFetching && (
            <span className="badge ok">
              <Check aria-hidden />
              <span className="max-desk:sr-only">
                {t('downloads.probe.found', { seconds: format.seconds(probe.data.tookSeconds) })}
              </span>
            </span>
          )}
        </span>
        {text.trim() !== '' && link === null && !refused && (
          <Button type="submit" size="sm">
            {t('downloads.link.look')}
          </Button>
        )}
        {text !== '' && (
          <IconButton label={t('downloads.link.clear')} icon={<X aria-hidden />} onClick={clear} />
        )}
      </form>
      <div id={saidId} role="alert">
        {complaint !== undefined && !probe.isFetching && (
          <div className="refusal">
            <CircleAlert aria-hidden />
            <p>{complaint}</p>
            {problem?.isPassing === true && (
              <Button
                size="sm"
                icon={<RotateCw aria-hidden />}
                onClick={() => {
                  void probe.refetch();
                }}
              >
                {t('action.tryAgain')}
              </Button>
            )}
          </div>
        )}
      </div>
      {probe.isFetching && link !== null && <PreviewSkeleton />}
      {probe.data && !probe.isFetching && (
        <Preview
          key={probe.data.probe.id}
          probe={probe.data.probe}
          onSubmitted={(download) => {
            clear();
            onSubmitted(download);
          }}
        />
      )}
    </section>
  );
}

function useOffer(
  offered: string | undefined,
  look: (link: string) => void,
  taken: () => void,
): void {
  const last = useRef<string>(undefined);
  useEffect(() => {
    if (offered !== undefined && offered !== last.current) {
      look(offered);
      taken();
    }
    last.current = offered;
  }, [offered, look, taken]);
}

/** A link that is pasted while no field has the focus is meant for this box. */
function usePasteAnywhere(look: (link: string) => void): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const target = event.target;
      if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return;
      if (document.querySelector('[role="dialog"]') !== null) return;
      const link = linkIn(event.clipboardData?.getData('text') ?? '');
      if (link !== undefined) look(link);
    };
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('paste', paste);
    };
  }, [look]);
}
