import { useMutation, type UseMutationOptions } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Pin, PinAnswer } from './api/auth';
import { sentenceFor, useI18n } from './i18n';
import { Problem } from './problem';

const LOOK_EVERY_MS = 1500;

interface Trouble {
  readonly expired: boolean;
  readonly message: string | null;
}

/** A sign-in with Plex that runs beside this page, in a window or on another device. */
export function usePin<Wanted, Answer extends Pick<PinAnswer, 'state' | 'message'>>(
  beginning: UseMutationOptions<Pin, Error, Wanted>,
  lookAt: (id: string, signal: AbortSignal) => Promise<Answer>,
  onSignedIn: (answer: Answer) => void,
) {
  const { t } = useI18n();
  const [pin, setPin] = useState<Pin | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const popup = useRef<Window | null>(null);
  const [blocked, setBlocked] = useState(false);
  const { mutateAsync, isPending, error, reset } = useMutation(beginning);

  const stop = useEffectEvent((next: Trouble) => {
    setPin(null);
    setTrouble(next);
  });
  const ask = useEffectEvent(lookAt);
  const enter = useEffectEvent((answer: Answer) => {
    popup.current?.close();
    onSignedIn(answer);
  });

  useEffect(() => {
    if (pin === null) return;
    const control = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      try {
        const answer = await ask(pin.id, control.signal);
        if (answer.state === 'SIGNED_IN') {
          enter(answer);
          return;
        }
        // Plex may be away for a moment: the server goes on asking, and so do we.
        if (answer.state === 'REFUSED' || answer.state === 'EXPIRED') {
          stop({ expired: answer.state === 'EXPIRED', message: answer.message });
          return;
        }
      } catch (failure) {
        if (control.signal.aborted) return;
        if (!Problem.from(failure).isPassing) {
          stop({ expired: true, message: null });
          return;
        }
      }
      timer = setTimeout(() => void look(), LOOK_EVERY_MS);
    };
    timer = setTimeout(() => void look(), LOOK_EVERY_MS);
    return () => {
      control.abort();
      clearTimeout(timer);
    };
  }, [pin]);

  const begin = async (wanted: Wanted): Promise<Pin | null> => {
    setTrouble(null);
    try {
      const begun = await mutateAsync(wanted);
      setPin(begun);
      return begun;
    } catch {
      // The mutation keeps the problem, and the page says it.
      return null;
    }
  };

  return {
    pin,
    /** Whether the browser held the window back: then the page offers a link. */
    blocked,
    isBeginning: isPending,
    /** Why nobody came in, in words; undefined as long as nothing went wrong. */
    said:
      error !== null
        ? sentenceFor(Problem.from(error), t)
        : trouble === null
          ? undefined
          : (trouble.message ??
            t(trouble.expired ? 'session.plex.expired' : 'session.plex.failed')),
    begin,
    /** The window opens within the press, or browsers hold it back; where it leads comes a moment later. */
    beginInWindow: async (wanted: Wanted): Promise<void> => {
      const opened = window.open('', 'medianest-plex', 'popup,width=620,height=760');
      popup.current = opened;
      setBlocked(opened === null);
      const begun = await begin(wanted);
      if (opened === null) return;
      if (begun?.authUrl == null) opened.close();
      else {
        opened.opener = null;
        opened.location.href = begun.authUrl;
      }
    },
    forget: () => {
      setPin(null);
      setTrouble(null);
      reset();
    },
  };
}
