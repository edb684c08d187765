import type { CSSProperties } from 'react';

interface AvatarProps {
  readonly name: string;
  readonly size?: 'md' | 'sm';
}

/** The first letter on a colour that is always the same for a name. The name stands beside it. */
export function Avatar({ name, size = 'md' }: AvatarProps) {
  const hue = Array.from(name).reduce(
    (sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360,
    300,
  );
  const style: CSSProperties & Record<'--h', number> = { '--h': hue };
  return (
    <span className={`avatar ${size === 'sm' ? 's' : ''}`} style={style} aria-hidden="true">
      {Array.from(name.trim())[0]?.toUpperCase()}
    </span>
  );
}
