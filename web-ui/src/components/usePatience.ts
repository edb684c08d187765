import { useEffect, useState } from 'react';

const LOOK_AGAIN_MS = [5_000, 30_000];

/**
 * A picture that does not come may only have met a server that was starting: it is looked for again, twice. Until then nothing is
 * shown, instead of the browser's mark of a broken one.
 */
export function usePatience(src: string | null) {
  const [failure, setFailure] = useState({ src, times: 0, waiting: false });
  const current = failure.src === src ? failure : { src, times: 0, waiting: false };
  const pause = current.waiting ? LOOK_AGAIN_MS[current.times - 1] : undefined;

  useEffect(() => {
    if (pause === undefined) return;
    const timer = setTimeout(() => {
      setFailure((before) => ({ ...before, waiting: false }));
    }, pause);
    return () => {
      clearTimeout(timer);
    };
  }, [pause]);

  return {
    shown: current.waiting ? null : src,
    fail: () => {
      setFailure({ src, times: current.times + 1, waiting: true });
    },
  };
}
