import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freeBasePort } from './ports.js';
import { Program } from './program.js';
import { VideoSite } from './video-site.js';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const NGINX_OFFSET = 30;
const READY_MILLIS = 120_000;

/**
 * A whole MediaNest as its owner runs it, every service a process of its own, behind a real nginx, with a folder of its own, and a
 * video site that it is allowed to visit.
 */
export class House {
  private constructor(
    private readonly folder: string,
    private readonly base: number,
    readonly videos: VideoSite,
    private suite: Program,
    private readonly nginx: Program,
    readonly setupCode: string,
  ) {}

  static async open(bytesPerSecond: number): Promise<House> {
    const folder = mkdtempSync(join(tmpdir(), 'medianest-e2e-'));
    chmodSync(folder, 0o755); // PostgreSQL does not run as root, and must get through to its data
    const base = await freeBasePort();
    const videos = await VideoSite.open(folder, bytesPerSecond);
    const suite = startSuite(folder, base, videos);
    try {
      const code = await suite.says(/\b([0-9A-Z]{4}-[0-9A-Z]{4})\b/, READY_MILLIS);
      const nginx = await startNginx(folder, base);
      return new House(folder, base, videos, suite, nginx, code[1] ?? '');
    } catch (broken) {
      await suite.stop();
      await videos.close();
      throw broken;
    }
  }

  /** What the browser opens. */
  get address(): string {
    return `http://127.0.0.1:${this.base + NGINX_OFFSET}`;
  }

  /** Everything but nginx ends and starts again. */
  async restart(): Promise<void> {
    await this.suite.stop();
    this.suite = startSuite(this.folder, this.base, this.videos);
    await this.suite.says(/Sign in at/i, READY_MILLIS);
  }

  /** Kills a service as a power cut would. The launcher will notice and start it again. */
  kill(service: string): void {
    process.kill(this.processIdOf(service), 'SIGKILL');
  }

  processIdOf(service: string): number {
    return Number.parseInt(readFileSync(join(this.data, 'run', `${service}.pid`), 'utf8'), 10);
  }

  /** The media files in the library, relative to it, without what lies beside them. */
  mediaFiles(): string[] {
    const library = join(this.data, 'library');
    return readdirSync(library, { recursive: true, encoding: 'utf8' }).filter(
      (name) => /\.(mp4|mkv|webm|m4a)$/.test(name) && !name.startsWith('.staging'),
    );
  }

  /** What is left of downloads where they are made; what was learnt of links stays there for an hour, on purpose. */
  stagedFiles(): string[] {
    const staging = join(this.data, 'library', '.staging');
    return existsSync(staging)
      ? readdirSync(staging).filter((name) => name !== 'locks' && name !== 'probes')
      : [];
  }

  /** Processes that still work for this house's downloads, as command lines. */
  downloaders(): string[] {
    return execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' })
      .split('\n')
      .filter((line) => line.includes(this.folder) && /yt-dlp|ffmpeg/.test(line));
  }

  async close(): Promise<void> {
    await this.nginx.stop();
    await this.suite.stop();
    await this.videos.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private get data(): string {
    return join(this.folder, 'data');
  }
}

function startSuite(folder: string, base: number, videos: VideoSite): Program {
  return Program.start(
    'medianest',
    join(ROOT, 'medianest'),
    ['up', '--port', String(base), '--data', join(folder, 'data')],
    {
      MEDIANEST_PUBLIC_URL: `http://127.0.0.1:${base + NGINX_OFFSET}`,
      MEDIANEST_GATEWAY_TRUSTED_PROXIES: '127.0.0.1',
      MEDIANEST_DOWNLOADS_EXTRACTORS: 'generic,html5',
      MEDIANEST_DOWNLOADS_ALLOWED_ADDRESSES: videos.address,
    },
  );
}

async function startNginx(folder: string, base: number): Promise<Program> {
  const place = join(folder, 'nginx');
  execFileSync(join(ROOT, 'infrastructure', 'nginx', 'render'), [place], {
    env: {
      ...process.env,
      MEDIANEST_NGINX_LISTEN: `127.0.0.1:${base + NGINX_OFFSET}`,
      MEDIANEST_NGINX_GATEWAY: `127.0.0.1:${base}`,
      MEDIANEST_NGINX_WEB_ROOT: join(ROOT, 'web-ui', 'dist'),
      MEDIANEST_NGINX_USER: process.getuid?.() === 0 ? 'root' : '',
    },
  });
  const nginx = Program.start('nginx', 'nginx', [
    ...['-p', place, '-c', 'conf/nginx.conf', '-e', 'run/error.log'],
  ]);
  await reachable(`http://127.0.0.1:${base + NGINX_OFFSET}/`, nginx);
  return nginx;
}

async function reachable(address: string, program: Program): Promise<void> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok) return;
    if (program.hasEnded() || Date.now() > deadline) throw new Error(`${address} is not there.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
