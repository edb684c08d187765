import { useId, useState, type ComponentProps } from 'react';
import { useI18n } from '@/lib/i18n';
import { IconButton } from './Button';
import { AlertIcon, ConcealIcon, RevealIcon } from './doorIcons';

interface FieldProps extends Omit<ComponentProps<'input'>, 'id' | 'className'> {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
}

/** A labelled field whose hint gives way to what is wrong with it. */
export function Field({ label, hint, error, type = 'text', ...input }: FieldProps) {
  const id = useId();
  const { t } = useI18n();
  const [revealed, setRevealed] = useState(false);
  const secret = type === 'password';
  const said = error !== undefined || hint !== undefined;

  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <span className="input">
        <input
          id={id}
          type={secret && revealed ? 'text' : type}
          aria-invalid={error !== undefined}
          aria-describedby={said ? `${id}-said` : undefined}
          {...input}
        />
        {secret && (
          <IconButton
            label={t(revealed ? 'form.conceal' : 'form.reveal')}
            icon={revealed ? <ConcealIcon /> : <RevealIcon />}
            onClick={() => {
              setRevealed(!revealed);
            }}
          />
        )}
      </span>
      {said && (
        <p id={`${id}-said`} className={error === undefined ? 'hint' : 'complaint'}>
          {error !== undefined && <AlertIcon />}
          {error ?? hint}
        </p>
      )}
    </div>
  );
}

/** What is wrong with the form as a whole. */
export function FormProblem({ children }: { readonly children: string | undefined }) {
  return (
    <div role="alert">
      {children !== undefined && (
        <p className="note bad">
          <AlertIcon />
          {children}
        </p>
      )}
    </div>
  );
}
