import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Check, PlugZap, TriangleAlert } from 'lucide-react';
import { useState, type SubmitEvent } from 'react';
import { Button } from '@/components/Button';
import { Field, FormProblem } from '@/components/Field';
import { toast } from '@/components/toasts';
import type { PlexServer } from '@/lib/api/auth';
import type { Integration, IntegrationSettings, SystemKind, TestResult } from '@/lib/api/media';
import { sentenceFor, useI18n } from '@/lib/i18n';
import { Problem } from '@/lib/problem';
import { connectMutation, integrationsQuery, testMutation } from '../api/integrations';
import { EXAMPLES, NAMES, optionsOf, textIn, textsIn, type Options } from '../systems';
import { PlexServers } from './PlexServers';
import { ArrOptions, PlexOptions } from './SystemOptions';
import './systemForm.css';

interface SystemFormProps {
  readonly kind: SystemKind;
  readonly integration: Integration | undefined;
  readonly onConnected?: () => void;
}

/** Where a system is and its key; a test says what was found there, and from that the rest is chosen. */
export function SystemForm({ kind, integration, onConnected }: SystemFormProps) {
  const { t } = useI18n();
  const queryClient = useQueryClient();
  const [url, setUrl] = useState(integration?.url ?? '');
  const [secret, setSecret] = useState('');
  const [options, setOptions] = useState<Options>(() => optionsOf(integration));
  const [server, setServer] = useState<PlexServer | null>(null);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const test = useMutation({
    ...testMutation,
    onSuccess: ({ found }) => {
      if (found !== null) setOptions((before) => fitting(kind, found, before));
    },
  });
  const connect = useMutation({
    ...connectMutation,
    onSuccess: async (connected) => {
      toast({ tone: 'ok', title: t('systems.connected', { name: NAMES[kind] }) });
      setSecret('');
      setServer(null);
      setUrl(connected.url ?? '');
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: integrationsQuery.queryKey }),
        queryClient.invalidateQueries({ queryKey: ['library'] }),
        queryClient.invalidateQueries({ queryKey: ['capabilities'] }),
      ]);
      onConnected?.();
    },
  });

  const settings = (): IntegrationSettings | undefined => {
    if (server !== null) return { grant: server.grant, options };
    const wrong = [
      ...(kind !== 'TMDB' && url.trim() === '' ? ['url'] : []),
      ...(secret.trim() === '' && integration?.secretSet !== true ? ['secret'] : []),
    ];
    setMissing(wrong);
    if (wrong.length > 0) return undefined;
    return {
      ...(kind === 'TMDB' ? {} : { url: url.trim() }),
      ...(secret.trim() === '' ? {} : { secret: secret.trim() }),
      options,
    };
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const wanted = settings();
    if (wanted !== undefined && !connect.isPending) connect.mutate({ kind, settings: wanted });
  };
  const failure = connect.error ?? test.error;
  const problem = failure === null ? undefined : Problem.from(failure);
  const said = problem === undefined ? undefined : sentenceFor(problem, t);
  const atAddress = kind !== 'TMDB' && server === null && problem?.code === 'ADDRESS_NOT_ALLOWED';
  /** What was said of another address or key says nothing about this one. */
  const forget = () => {
    test.reset();
    connect.reset();
    setMissing([]);
  };
  const begun = server !== null || url.trim() !== '' || secret !== '';
  // A new Plex is found by a sign-in; who begins to type an address goes the other way.
  const signInFirst =
    kind === 'PLEX' && integration?.configured !== true && server === null && url.trim() === '';

  return (
    <form className="sysform" noValidate onSubmit={submit} aria-label={NAMES[kind]}>
      <FormProblem>{atAddress ? undefined : said}</FormProblem>
      {kind === 'PLEX' && (
        <PlexServers
          chosen={server}
          lit={signInFirst}
          onChoose={(next) => {
            // The libraries of another server have the same numbers and are others.
            const kept = { ...options, sections: undefined, downloadsSection: undefined };
            setServer(next);
            setOptions(kept);
            forget();
            if (next !== null)
              test.mutate({ kind, settings: { grant: next.grant, options: kept } });
          }}
        />
      )}
      {kind !== 'TMDB' && server === null && (
        <Field
          label={t('systems.url')}
          hint={t('systems.url.hint')}
          error={missing.includes('url') ? t('systems.url.missing') : atAddress ? said : undefined}
          type="url"
          inputMode="url"
          placeholder={EXAMPLES[kind]}
          autoComplete="off"
          spellCheck={false}
          value={url}
          onChange={(event) => {
            setUrl(event.target.value);
            forget();
          }}
        />
      )}
      {server === null && (
        <Field
          label={t(kind === 'PLEX' ? 'systems.token' : 'systems.key')}
          hint={integration?.secretSet === true ? t('systems.key.kept') : t(`systems.key.${kind}`)}
          error={missing.includes('secret') ? t('systems.key.missing') : undefined}
          type="password"
          autoComplete="off"
          value={secret}
          onChange={(event) => {
            setSecret(event.target.value);
            forget();
          }}
        />
      )}
      {test.data !== undefined && <Found kind={kind} result={test.data} />}
      {kind === 'PLEX' && (
        <PlexOptions found={test.data?.found ?? null} options={options} onOptions={setOptions} />
      )}
      {(kind === 'RADARR' || kind === 'SONARR') && (
        <ArrOptions found={test.data?.found ?? null} options={options} onOptions={setOptions} />
      )}
      <div className="flex flex-wrap gap-2.5">
        <Button
          look="line"
          busy={test.isPending}
          icon={<PlugZap aria-hidden />}
          onClick={() => {
            const wanted = settings();
            if (wanted !== undefined) test.mutate({ kind, settings: wanted });
          }}
        >
          {t('systems.test')}
        </Button>
        <Button
          type="submit"
          look={integration?.configured === true || signInFirst || !begun ? 'plain' : 'pri'}
          busy={connect.isPending}
        >
          {t(integration?.configured === true ? 'systems.save' : 'systems.connect', {
            name: NAMES[kind],
          })}
        </Button>
      </div>
    </form>
  );
}

/** What was chosen and is still there; what is not chosen yet is chosen, as most people want just that. */
function fitting(
  kind: SystemKind,
  found: NonNullable<TestResult['found']>,
  chosen: Options,
): Options {
  switch (kind) {
    case 'PLEX':
      return { ...chosen, ...fittingSections(found, chosen) };
    case 'RADARR':
    case 'SONARR': {
      const profile = found.profiles.find(({ id }) => id === chosen['qualityProfileId']);
      const folder = found.rootFolders.find(({ path }) => path === chosen['rootFolderPath']);
      return {
        ...chosen,
        qualityProfileId: (profile ?? found.profiles[0])?.id,
        rootFolderPath: (folder ?? found.rootFolders[0])?.path,
      };
    }
    default:
      return chosen;
  }
}

function fittingSections(found: NonNullable<TestResult['found']>, chosen: Options): Options {
  const there = found.sections.map(({ key }) => key);
  const kept = textsIn(chosen, 'sections').filter((key) => there.includes(key));
  const none = Array.isArray(chosen['sections']) && chosen['sections'].length === 0;
  const downloads = textIn(chosen, 'downloadsSection');
  return {
    sections: kept.length > 0 || none ? kept : there,
    ...(downloads === '' || there.includes(downloads) ? {} : { downloadsSection: null }),
  };
}

/** What the test found, line by line. */
function Found({ kind, result }: { readonly kind: SystemKind; readonly result: TestResult }) {
  const { t } = useI18n();
  const { ok, message, found, url } = result;
  const lines = [
    ...(url === null || kind !== 'PLEX' ? [] : [t('systems.found.url', { url })]),
    ...(found?.name == null ? [] : [t('systems.found.name', { name: found.name })]),
    ...(found?.version == null
      ? []
      : [t('systems.found.version', { name: NAMES[kind], version: found.version })]),
    ...(found === null || found.sections.length === 0
      ? []
      : [t('systems.found.sections', { count: found.sections.length })]),
    ...(found === null || found.profiles.length === 0
      ? []
      : [t('systems.found.profiles', { count: found.profiles.length })]),
  ];
  return (
    <div className={`tested ${ok ? '' : 'bad'}`} role="status">
      <p className="first">
        {ok ? <Check aria-hidden /> : <TriangleAlert aria-hidden />}
        {message}
      </p>
      {lines.map((line) => (
        <p key={line}>
          <Check aria-hidden />
          {line}
        </p>
      ))}
    </div>
  );
}
