import { useEffect, useState } from 'react';

/** What was written, once the writing pauses: not each letter is worth a question. */
export function useSettled(value: string, pauseMs = 220): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(value);
    }, pauseMs);
    return () => {
      clearTimeout(timer);
    };
  }, [value, pauseMs]);
  return settled;
}
