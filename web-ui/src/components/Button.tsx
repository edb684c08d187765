import type { ComponentProps, ReactNode } from 'react';

interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'> {
  /** `pri` is the one next thing on a screen. */
  readonly look?: 'plain' | 'pri' | 'line' | 'quiet' | 'bad';
  readonly size?: 'sm' | 'md' | 'lg';
  /** Shows that it works and takes no second press, and stays focusable meanwhile. */
  readonly busy?: boolean;
  readonly icon?: ReactNode;
  readonly className?: string;
}

export function Button({
  look = 'plain',
  size = 'md',
  busy = false,
  icon,
  className,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  const classes = ['btn', look === 'plain' ? '' : look, size === 'md' ? '' : size, className ?? ''];
  return (
    <button
      type={type}
      className={classes.filter(Boolean).join(' ')}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
      {...rest}
    >
      {busy ? <span className="spinner" /> : icon}
      {children}
    </button>
  );
}

interface IconButtonProps extends Omit<ButtonProps, 'icon' | 'children' | 'aria-label' | 'title'> {
  readonly label: string;
  readonly icon: ReactNode;
}

/** Only a picture to see; its name is there for everyone else, and on hover. */
export function IconButton({ label, className, look = 'quiet', ...rest }: IconButtonProps) {
  return (
    <Button
      look={look}
      className={`ic ${className ?? ''}`}
      aria-label={label}
      title={label}
      {...rest}
    />
  );
}
