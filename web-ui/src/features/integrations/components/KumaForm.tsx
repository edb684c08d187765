import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Check, PlugZap, TriangleAlert } from 'lucide-react';
import { useState, type SubmitEvent } from 'react';
import { Button } from '@/components/Button';
import { Field, FormProblem } from '@/components/Field';
import { toast } from '@/components/toasts';
import type { KumaSettings } from '@/lib/api/status';
import { sentenceFor, useI18n } from '@/lib/i18n';
import { Problem } from '@/lib/problem';
import { connectKumaMutation, kumaQuery, testKumaMutation } from '../api/uptimeKuma';
import { Select } from './SystemOptions';

const METHODS = ['SOCKET', 'STATUS_PAGE', 'METRICS'] as const;

interface Written {
  readonly method: (typeof METHODS)[number];
  readonly url: string;
  readonly username: string;
  readonly password: string;
  readonly twoFactor: string;
  readonly slug: string;
  readonly apiKey: string;
}

/** The household's own monitors on the status page, by whichever way it allows. */
export function KumaForm() {
  const { t } = useI18n();
  const known = useQuery(kumaQuery);
  if (known.data === undefined)
    return known.isError ? (
      <p className="complaint" role="alert">
        {sentenceFor(Problem.from(known.error), t)}
      </p>
    ) : (
      <span className="skel h-40 max-w-[620px]" />
    );
  return (
    <Form
      initial={{
        method: known.data.method ?? 'SOCKET',
        url: known.data.url ?? '',
        username: known.data.username ?? '',
        password: '',
        twoFactor: '',
        slug: known.data.slug ?? '',
        apiKey: '',
      }}
      configured={known.data.configured}
    />
  );
}

function Form({
  initial,
  configured,
}: {
  readonly initial: Written;
  readonly configured: boolean;
}) {
  const { t } = useI18n();
  const queryClient = useQueryClient();
  const [written, setWritten] = useState(initial);
  const test = useMutation(testKumaMutation);
  const connect = useMutation({
    ...connectKumaMutation,
    onSuccess: async () => {
      toast({ tone: 'ok', title: t('systems.connected', { name: 'Uptime Kuma' }) });
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: kumaQuery.queryKey }),
        queryClient.invalidateQueries({ queryKey: ['status'] }),
      ]);
    },
  });
  const failure = connect.error ?? test.error;
  const field = (name: Exclude<keyof Written, 'method'>, secret = false) => (
    <Field
      label={t(`kuma.${name}`)}
      {...(secret && configured ? { hint: t('systems.key.kept') } : {})}
      type={secret ? 'password' : 'text'}
      autoComplete="off"
      spellCheck={false}
      value={written[name]}
      onChange={(event) => {
        setWritten({ ...written, [name]: event.target.value });
      }}
    />
  );
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!connect.isPending) connect.mutate(settingsOf(written));
  };

  return (
    <form className="sysform" noValidate aria-label="Uptime Kuma" onSubmit={submit}>
      <FormProblem>
        {failure === null ? undefined : sentenceFor(Problem.from(failure), t)}
      </FormProblem>
      <Select
        label={t('kuma.method')}
        value={written.method}
        onChange={(value) => {
          const method = METHODS.find((one) => one === value);
          if (method !== undefined) setWritten({ ...written, method });
        }}
      >
        {METHODS.map((method) => (
          <option key={method} value={method}>
            {t(`kuma.method.${method}`)}
          </option>
        ))}
      </Select>
      {field('url')}
      {written.method === 'SOCKET' && (
        <>
          {field('username')}
          {field('password', true)}
          {field('twoFactor')}
        </>
      )}
      {written.method === 'STATUS_PAGE' && field('slug')}
      {written.method === 'METRICS' && field('apiKey', true)}
      {test.data !== undefined && (
        <div className={`tested ${test.data.ok ? '' : 'bad'}`} role="status">
          <p className="first">
            {test.data.ok ? <Check aria-hidden /> : <TriangleAlert aria-hidden />}
            {test.data.message}
          </p>
        </div>
      )}
      <div className="flex flex-wrap gap-2.5">
        <Button
          look="line"
          busy={test.isPending}
          icon={<PlugZap aria-hidden />}
          onClick={() => {
            test.mutate(settingsOf(written));
          }}
        >
          {t('systems.test')}
        </Button>
        <Button type="submit" look="pri" busy={connect.isPending}>
          {t(configured ? 'systems.save' : 'systems.connect', { name: 'Uptime Kuma' })}
        </Button>
      </div>
    </form>
  );
}

/** What the method needs, and of that what was written: a secret left empty stays what it was. */
function settingsOf({ method, url, ...rest }: Written): KumaSettings {
  const needed = {
    SOCKET: ['username', 'password', 'twoFactor'],
    STATUS_PAGE: ['slug'],
    METRICS: ['apiKey'],
  } as const;
  const given = needed[method].flatMap((name) => {
    const value = rest[name].trim();
    return value === '' ? [] : [[name, value] as const];
  });
  return { method, url: url.trim(), ...Object.fromEntries(given) };
}
