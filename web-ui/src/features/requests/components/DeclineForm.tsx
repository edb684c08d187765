import { useEffect, useRef, useState, type RefObject, type SubmitEvent } from 'react';
import { Button } from '@/components/Button';
import type { RequestView } from '@/lib/api/media';
import { useI18n } from '@/lib/i18n';
import type { useDeeds } from '../useDeeds';

interface DeclineFormProps {
  readonly view: RequestView;
  readonly deeds: ReturnType<typeof useDeeds>;
  readonly onClose: () => void;
}

const CANNED = ['better', 'big', 'notHere', 'later'] as const;

/** Who is declined reads why: a sentence is always there, canned or one's own. */
export function DeclineForm({ view, deeds, onClose }: DeclineFormProps) {
  const { t } = useI18n();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useFocusWhileOpen(form, onClose);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (reason.trim() === '') {
      setMissing(true);
      return;
    }
    onClose();
    void deeds.run({ act: 'DECLINE', id: view.id, reason: reason.trim() });
  };
  return (
    <form
      ref={form}
      className="decl"
      onSubmit={submit}
      aria-label={t('decline.of', { title: view.title })}
    >
      <p className="text-13 font-semibold">{t('decline.lead', { name: view.requestedBy.name })}</p>
      <div className="chips my-3">
        {CANNED.map((one) => {
          const words = t(`decline.${one}`);
          return (
            <button
              key={one}
              type="button"
              className="chip"
              aria-pressed={reason === words}
              onClick={() => {
                setReason(words);
                setMissing(false);
              }}
            >
              {words}
            </button>
          );
        })}
      </div>
      <textarea
        className="input"
        aria-label={t('decline.reason')}
        aria-invalid={missing}
        maxLength={500}
        rows={2}
        value={reason}
        onChange={(event) => {
          setReason(event.target.value);
          setMissing(false);
        }}
      />
      {missing && (
        <p className="complaint mt-1.5" role="alert">
          {t('decline.missing')}
        </p>
      )}
      <div className="mt-3 flex justify-end gap-2.5 max-desk:*:flex-1">
        <Button look="quiet" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button type="submit" look="bad">
          {t('request.decline')}
        </Button>
      </div>
    </form>
  );
}

/** It opens below its button: the focus goes in, Escape closes it, and the button has the focus again if it is still there. */
function useFocusWhileOpen(form: RefObject<HTMLFormElement | null>, onClose: () => void): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(() => {
    form.current?.querySelector('button')?.focus();
    return () => {
      const taken = document.activeElement !== null && document.activeElement !== document.body;
      if (!taken && opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, [form, opener]);
  useEffect(() => {
    const place = form.current;
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose();
    };
    place?.addEventListener('keydown', press);
    return () => {
      place?.removeEventListener('keydown', press);
    };
  }, [form, onClose]);
}
