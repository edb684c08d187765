import { mkdtempSync, readFileSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freeBasePort } from './ports.js';
import { Program } from './program.js';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const READY_MILLIS = 180_000;
const CONTROL_OFFSET = 48;
const PLEX_OFFSET = 41;
const SEERR_OFFSET = 43;

/** Tests look at more pages a minute than people do. */
const NO_LIMITS = {
  MEDIANEST_GATEWAY_LIMITS_USER_REQUESTS: '100000000',
  MEDIANEST_GATEWAY_LIMITS_USER_BURST: '100000000',
};

/** MediaNest among the stand-ins of the homelab, with a household in it, as `./medianest demo` starts it. */
export class Demo {
  private constructor(
    private readonly folder: string,
    private readonly base: number,
    private readonly program: Program,
  ) {}

  static async open(): Promise<Demo> {
    const folder = mkdtempSync(join(tmpdir(), 'medianest-demo-'));
    chmodSync(folder, 0o755); // PostgreSQL does not run as root, and must get through to its data
    const base = await freeBasePort();
    const program = Program.start(
      'medianest demo',
      join(ROOT, 'medianest'),
      ['demo', '--port', String(base), '--data', join(folder, 'data')],
      NO_LIMITS,
    );
    try {
      await program.says(/The demo is ready/, READY_MILLIS);
    } catch (broken) {
      await program.stop();
      throw broken;
    }
    return new Demo(folder, base, program);
  }

  /** What the browser opens; the address that sessions are bound to. */
  get address(): string {
    return `http://localhost:${this.base}`;
  }

  get seerr(): string {
    return `http://127.0.0.1:${this.base + SEERR_OFFSET}`;
  }

  /** What Plex itself calls a film; null while it does not have it. */
  async keyAtPlex(tmdbId: number): Promise<string | null> {
    const page = (await this.asked(
      `http://127.0.0.1:${this.base + PLEX_OFFSET}/library/sections/1/all?includeGuids=1`,
      { Accept: 'application/json', 'X-Plex-Token': 'owner-token' },
    )) as { MediaContainer: { Metadata: { ratingKey: string; Guid?: { id: string }[] }[] } };
    const film = page.MediaContainer.Metadata.find((item) =>
      item.Guid?.some(({ id }) => id === `tmdb://${tmdbId}`),
    );
    return film?.ratingKey ?? null;
  }

  /** Who asked Seerr for a film, each as often as they did. */
  async askersAtSeerr(tmdbId: number): Promise<string[]> {
    const page = (await this.asked(`${this.seerr}/api/v1/request?take=100`, {
      'X-Api-Key': 'seerr-key',
    })) as { results: { media: { tmdbId: number }; requestedBy: { plexUsername: string } }[] };
    return page.results
      .filter(({ media }) => media.tmdbId === tmdbId)
      .map(({ requestedBy }) => requestedBy.plexUsername);
  }

  private async asked(url: string, headers: Record<string, string>): Promise<unknown> {
    const answer = await fetch(url, { headers });
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}.`);
    return answer.json();
  }

  /** Lets the time of the systems around MediaNest run faster, or at its own pace again with 1. */
  async hurry(speed: number): Promise<void> {
    const answer = await fetch(`http://127.0.0.1:${this.base + CONTROL_OFFSET}/control/clock`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ speed }),
    });
    if (!answer.ok) throw new Error(`The clock answered ${answer.status}.`);
  }

  /** Kills a service as a power cut would. The launcher will notice and start it again. */
  kill(service: string): void {
    const pid = readFileSync(join(this.folder, 'data', 'run', `${service}.pid`), 'utf8');
    process.kill(Number.parseInt(pid, 10), 'SIGKILL');
  }

  async close(): Promise<void> {
    await this.program.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
