import { useMutation, type UseMutationOptions } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Pin, PinAnswer } from './api/auth';
import { Problem } from './problem';

const LOOK_EVERY_MS = 1500;

export interface Trouble {
  readonly expired: boolean;
  readonly message: string | null;
}

/** A sign-in with Plex that runs beside this page, in a window or on another device. */
export function usePin<Wanted, Answer extends Pick<PinAnswer, 'state' | 'message'>>(
  beginning: UseMutationOptions<Pin, Error, Wanted>,
  lookAt: (id: string, signal: AbortSignal) => Promise<Answer>,
  onSignedIn: (answer: Answer) => void,
) {
  const [pin, setPin] = useState<Pin | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const { mutateAsync, isPending, error, reset } = useMutation(beginning);

  const stop = useEffectEvent((next: Trouble) => {
    setPin(null);
    setTrouble(next);
  });
  const ask = useEffectEvent(lookAt);
  const enter = useEffectEvent(onSignedIn);

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

  return {
    pin,
    trouble,
    isBeginning: isPending,
    error,
    begin: async (wanted: Wanted): Promise<Pin | null> => {
      setTrouble(null);
      try {
        const begun = await mutateAsync(wanted);
        setPin(begun);
        return begun;
      } catch {
        // The mutation keeps the problem, and the page says it.
        return null;
      }
    },
    forget: () => {
      setPin(null);
      setTrouble(null);
      reset();
    },
  };
}
