import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { PageTitle } from '@/components/PageTitle';
import type { Me } from '@/lib/api/auth';
import { useI18n } from '@/lib/i18n';
import { SetupForm } from '../components/SetupForm';
import { SetupSteps } from '../components/SetupSteps';
import { CODE, plainCode, setupSchema, type SetupValues } from '../schema';
import './setup.css';

interface SetupPageProps {
  readonly onDone: (me: Me) => void;
  readonly onTaken: () => void;
}

export function SetupPage({ onDone, onTaken }: SetupPageProps) {
  const { t } = useI18n();
  const [done, setDone] = useState(false);
  const form = useForm<SetupValues>({
    resolver: standardSchemaResolver(setupSchema),
    mode: 'onTouched',
    defaultValues: { code: '', username: '', password: '' },
  });
  const [code, username] = useWatch({ control: form.control, name: ['code', 'username'] });
  const { errors } = form.formState;

  return (
    <div className="set-up">
      <PageTitle>{t('setup.page')}</PageTitle>
      <SetupSteps
        codeEntered={CODE.test(plainCode(code)) && errors.code === undefined}
        name={
          username.trim().length > 1 && errors.username === undefined ? username.trim() : undefined
        }
        done={done}
      />
      <main className="main">
        <h1 className="h-page">{t('setup.title')}</h1>
        <p className="lead">{t('setup.lead')}</p>
        <SetupForm
          form={form}
          onTaken={onTaken}
          onDone={(me) => {
            setDone(true);
            onDone(me);
          }}
        />
      </main>
    </div>
  );
}
