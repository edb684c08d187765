import { useMutation } from '@tanstack/react-query';
import type { UseFormReturn } from 'react-hook-form';
import { Button } from '@/components/Button';
import { Field, FormProblem } from '@/components/Field';
import type { Me } from '@/lib/api/auth';
import { applyViolations, messageOf } from '@/lib/forms';
import { sentenceFor, useI18n } from '@/lib/i18n';
import { Problem } from '@/lib/problem';
import { setUpMutation } from '../api/setUp';
import { shownCode, type SetupValues } from '../schema';

interface SetupFormProps {
  readonly form: UseFormReturn<SetupValues>;
  readonly onDone: (me: Me) => void;
  /** Somebody else was faster: there is an account already. */
  readonly onTaken: () => void;
}

export function SetupForm({ form, onDone, onTaken }: SetupFormProps) {
  const { t } = useI18n();
  const setUp = useMutation({
    ...setUpMutation,
    onSuccess: onDone,
    onError: (error) => {
      if (applyViolations(form, error)) return;
      const problem = Problem.from(error);
      if (problem.status === 404) onTaken();
      if (problem.code === 'SETUP_CODE_WRONG') {
        form.setError(
          'code',
          { type: 'server', message: sentenceFor(problem, t) },
          { shouldFocus: true },
        );
      }
    },
  });
  const { errors } = form.formState;
  const saidAtAField =
    errors.code !== undefined || errors.username !== undefined || errors.password !== undefined;
  const code = form.register('code');
  const submit = form.handleSubmit((values) => {
    if (!setUp.isPending) setUp.mutate({ ...values, code: shownCode(values.code) });
  });

  return (
    <form
      className="mt-8 grid max-w-[460px] gap-5"
      noValidate
      onSubmit={(event) => void submit(event)}
    >
      <FormProblem>
        {setUp.isError && !saidAtAField ? sentenceFor(Problem.from(setUp.error), t) : undefined}
      </FormProblem>
      <Field
        label={t('setup.code')}
        hint={t('setup.code.hint')}
        error={messageOf(errors.code, t)}
        placeholder="4F7K-Q2MX"
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        {...code}
        onBlur={(event) => {
          form.setValue('code', shownCode(event.target.value));
          void code.onBlur(event);
        }}
      />
      <Field
        label={t('form.name')}
        hint={t('setup.name.hint')}
        error={messageOf(errors.username, t)}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        {...form.register('username')}
      />
      <Field
        label={t('form.password')}
        hint={t('setup.password.hint')}
        error={messageOf(errors.password, t)}
        type="password"
        autoComplete="new-password"
        {...form.register('password')}
      />
      <Button
        type="submit"
        look="pri"
        size="lg"
        busy={setUp.isPending}
        className="mt-3 max-desk:w-full desk:justify-self-start"
      >
        {t(setUp.isPending ? 'setup.submitting' : 'setup.submit')}
      </Button>
    </form>
  );
}
