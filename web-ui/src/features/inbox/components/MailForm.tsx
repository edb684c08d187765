import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type SubmitEvent } from 'react';
import { Button } from '@/components/Button';
import { Field, FormProblem } from '@/components/Field';
import { toast } from '@/components/toasts';
import type { NewsPreferences } from '@/lib/api/auth';
import { sentenceFor, useI18n } from '@/lib/i18n';
import { Problem } from '@/lib/problem';
import { preferencesQuery, savePreferencesMutation, written } from '../api/preferences';

interface MailFormProps {
  readonly chosen: NewsPreferences;
  readonly onSaved: () => void;
}

/** Whether to write, and where to. */
export function MailForm({ chosen, onSaved }: MailFormProps) {
  const { t, language } = useI18n();
  const heading = useId();
  const queryClient = useQueryClient();
  const [mail, setMail] = useState(chosen.mail);
  const [address, setAddress] = useState(chosen.address ?? '');
  const [missing, setMissing] = useState(false);
  const save = useMutation({
    ...savePreferencesMutation,
    onSuccess: (saved) => {
      queryClient.setQueryData(preferencesQuery.queryKey, saved);
      toast({ tone: 'ok', title: t('ways.saved') });
      onSaved();
    },
  });
  const problem = save.error === null ? undefined : Problem.from(save.error);
  const wrong = problem?.violations.find(({ field }) => /(^|\.)address$/.test(field))?.message;

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (save.isPending) return;
    const typed = address.trim();
    setMissing(mail && typed === '');
    if (mail && typed === '') return;
    save.mutate({
      mail,
      address: typed === '' ? null : typed,
      push: chosen.push,
      language: written(language),
    });
  };

  if (!chosen.mailConfigured) {
    return (
      <section className="ways" aria-labelledby={heading}>
        <h3 className="h-card" id={heading}>
          {t('ways.mail')}
        </h3>
        <p className="text-muted">{t('ways.mail.none')}</p>
      </section>
    );
  }
  return (
    <form className="ways" noValidate aria-labelledby={heading} onSubmit={submit}>
      <h3 className="h-card" id={heading}>
        {t('ways.mail')}
      </h3>
      <FormProblem>
        {problem === undefined || wrong !== undefined ? undefined : sentenceFor(problem, t)}
      </FormProblem>
      <label className="flex min-h-11 cursor-pointer items-center gap-3">
        <input
          type="checkbox"
          className="check"
          checked={mail}
          onChange={(event) => {
            setMail(event.target.checked);
          }}
        />
        {t('ways.mail.on')}
      </label>
      <Field
        label={t('ways.mail.address')}
        type="email"
        autoComplete="email"
        value={address}
        error={missing ? t('ways.mail.missing') : wrong}
        onChange={(event) => {
          setAddress(event.target.value);
          setMissing(false);
          if (wrong !== undefined) save.reset();
        }}
      />
      <div className="flex justify-end max-desk:*:flex-1">
        <Button type="submit" look="pri" busy={save.isPending}>
          {t('ways.save')}
        </Button>
      </div>
    </form>
  );
}
