/** The nest with the projector's light in it. */
export function Mark() {
  return (
    <svg viewBox="0 0 36 36" fill="none" aria-hidden="true">
      <path
        d="M4 16a14 14 0 0 0 28 0"
        stroke="currentColor"
        strokeWidth="2.6"
        strokeLinecap="round"
      />
      <path
        d="M9.4 16a8.6 8.6 0 0 0 17.2 0"
        stroke="currentColor"
        strokeWidth="2.6"
        strokeLinecap="round"
        opacity=".55"
      />
      <circle cx="18" cy="13" r="5.2" fill="var(--accent)" />
    </svg>
  );
}

export function Brand() {
  return (
    <div className="brand">
      <Mark />
      MediaNest
    </div>
  );
}
