import { useMutation } from '@tanstack/react-query';
import { useRef, useState, type SubmitEvent } from 'react';
import { Button } from '@/components/Button';
import { Field, FormProblem } from '@/components/Field';
import type { Me } from '@/lib/api/auth';
import { sentenceFor, useI18n } from '@/lib/i18n';
import { Problem } from '@/lib/problem';
import { signInMutation } from '../api/signIn';

type FieldName = 'username' | 'password';
type Complaints = Partial<Record<FieldName, string>>;

/**
 * Two fields and a box. A form library and a schema would be a fifth of what this page may weigh,
 * and all that can be wrong here is that something is missing.
 */
export function SignInForm({ onSignedIn }: { readonly onSignedIn: (me: Me) => void }) {
  const { t } = useI18n();
  const form = useRef<HTMLFormElement>(null);
  const [complaints, setComplaints] = useState<Complaints>({});
  const signIn = useMutation({ ...signInMutation, onSuccess: onSignedIn, onError: refuse });

  function complain(next: Complaints): boolean {
    setComplaints(next);
    const first = (['username', 'password'] as const).find((name) => next[name] !== undefined);
    if (first !== undefined) fieldOf(first)?.focus();
    return first !== undefined;
  }

  function fieldOf(name: FieldName): HTMLInputElement | null {
    return form.current?.querySelector(`[name="${name}"]`) ?? null;
  }

  function refuse(error: Error) {
    const violations = Problem.from(error).violations;
    if (complain(Object.fromEntries(violations.map(({ field, message }) => [field, message]))))
      return;
    const password = fieldOf('password');
    if (password === null) return;
    password.value = '';
    password.focus();
  }

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const username = textOf(data.get('username')).trim();
    const password = textOf(data.get('password'));
    const missing = complain({
      ...(username === '' ? { username: t('form.required.name') } : {}),
      ...(password === '' ? { password: t('form.required.password') } : {}),
    });
    if (missing || signIn.isPending) return;
    signIn.mutate({ username, password, staySignedIn: data.has('staySignedIn') });
  }

  const saidAtAField = Object.keys(complaints).length > 0;
  const forget = (name: FieldName) => () => {
    setComplaints(({ [name]: _gone, ...rest }) => rest);
  };

  return (
    <form ref={form} className="grid gap-4" noValidate onSubmit={submit}>
      <FormProblem>
        {signIn.isError && !saidAtAField ? sentenceFor(Problem.from(signIn.error), t) : undefined}
      </FormProblem>
      <Field
        label={t('form.name')}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        error={complaints.username}
        onChange={forget('username')}
      />
      <Field
        label={t('form.password')}
        name="password"
        type="password"
        autoComplete="current-password"
        error={complaints.password}
        onChange={forget('password')}
      />
      <label className="flex min-h-(--hit) cursor-pointer items-center gap-3">
        <input type="checkbox" name="staySignedIn" className="check" />
        {t('session.stay')}
      </label>
      <Button type="submit" look="pri" size="lg" busy={signIn.isPending} className="big">
        {t(signIn.isPending ? 'session.submitting' : 'session.submit')}
      </Button>
    </form>
  );
}

function textOf(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value : '';
}
