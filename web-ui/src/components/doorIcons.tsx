import type { ReactNode } from 'react';

/** Three of lucide's drawings by hand: the door needs no more, and the library would be the heaviest thing in it. */
function drawn(drawing: ReactNode) {
  return function DoorIcon() {
    return (
      <svg
        className="lucide"
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        {drawing}
      </svg>
    );
  };
}

const EYE =
  'M2.062 12.348a1 1 0 0 1 0-.696 10.75 10.75 0 0 1 19.876 0 1 1 0 0 1 0 .696 10.75 10.75 0 0 1-19.876 0';

export const AlertIcon = drawn(
  <>
    <circle cx="12" cy="12" r="10" />
    <path d="M12 8v4M12 16h.01" />
  </>,
);
export const RevealIcon = drawn(
  <>
    <path d={EYE} />
    <circle cx="12" cy="12" r="3" />
  </>,
);
export const ConcealIcon = drawn(
  <>
    <path d={EYE} />
    <circle cx="12" cy="12" r="3" />
    <path d="m3 3 18 18" />
  </>,
);
