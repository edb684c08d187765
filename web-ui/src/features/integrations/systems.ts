import type { Integration, SystemKind } from '@/lib/api/media';

/** What systems are called by those who made them. */
export const NAMES: Readonly<Record<SystemKind, string>> = {
  PLEX: 'Plex',
  TMDB: 'TMDB',
  SEERR: 'Seerr',
  RADARR: 'Radarr',
  SONARR: 'Sonarr',
};

export const EXAMPLES: Readonly<Record<SystemKind, string>> = {
  PLEX: 'http://192.168.1.20:32400',
  TMDB: '',
  SEERR: 'http://192.168.1.20:5055',
  RADARR: 'http://192.168.1.20:7878',
  SONARR: 'http://192.168.1.20:8989',
};

export const CALLS_US: ReadonlySet<SystemKind> = new Set<SystemKind>(['SEERR', 'RADARR', 'SONARR']);

export type Options = Readonly<Record<string, unknown>>;

export function optionsOf(integration: Integration | undefined): Options {
  return integration?.options ?? {};
}

export function textIn(options: Options, name: string): string {
  const value = options[name];
  return typeof value === 'string' ? value : typeof value === 'number' ? value.toString() : '';
}

export function textsIn(options: Options, name: string): readonly string[] {
  const value = options[name];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
