import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export const VIDEO_TITLE = 'A tram ride through the old town';
export const VIDEO_SECONDS = 12;
const TICK_MILLIS = 50;
const TRICKLE = 50;

/** A site with one video on one page, made by ffmpeg and served as slowly as a test wishes. It notes every request. */
export class VideoSite {
  readonly requests: { path: string; range: string | undefined }[] = [];
  private keepsEnd = false;

  private constructor(
    private readonly server: Server,
    private readonly video: Buffer,
    private readonly thumbnail: Buffer,
    private readonly bytesPerSecond: number,
  ) {
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      void this.answer(request, response);
    });
  }

  static async open(folder: string, bytesPerSecond: number): Promise<VideoSite> {
    const { video, thumbnail } = makeMedia(folder);
    const server = createServer();
    const site = new VideoSite(server, video, thumbnail, bytesPerSecond);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return site;
  }

  get address(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get link(): string {
    return `http://${this.address}/tram.html`;
  }

  get size(): number {
    return this.video.length;
  }

  /** The last tenth trickles until it is let go: a browser that is busy finds the download under way all the same. */
  keepEnd(): void {
    this.keepsEnd = true;
  }

  letEndGo(): void {
    this.keepsEnd = false;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '/';
    this.requests.push({ path, range: request.headers.range });
    if (path === '/tram.html') {
      response.setHeader('Content-Type', 'text/html; charset=utf-8').end(this.page());
    } else if (path === '/tram.jpg') {
      response.setHeader('Content-Type', 'image/jpeg').end(this.thumbnail);
    } else if (path === '/tram.mp4') {
      await this.drip(request, response);
    } else {
      response.writeHead(404).end();
    }
  }

  private page(): string {
    const about = {
      '@context': 'https://schema.org',
      '@type': 'VideoObject',
      name: VIDEO_TITLE,
      thumbnailUrl: [`http://${this.address}/tram.jpg`],
      uploadDate: '2024-05-06',
      duration: `PT${VIDEO_SECONDS}S`,
      contentUrl: `http://${this.address}/tram.mp4`,
    };
    return `<!doctype html><title>${VIDEO_TITLE}</title><script type="application/ld+json">${JSON.stringify(about)}</script>`;
  }

  private async drip(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const from = Number(/^bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
    const body = this.video.subarray(from);
    response.writeHead(from > 0 ? 206 : 200, {
      'Content-Type': 'video/mp4',
      'Content-Length': body.length,
      'Accept-Ranges': 'bytes',
      ...(from > 0 && {
        'Content-Range': `bytes ${from}-${this.video.length - 1}/${this.video.length}`,
      }),
    });
    if (request.method === 'HEAD') {
      response.end();
      return;
    }
    for (let sent = 0; sent < body.length && !response.destroyed;) {
      const piece = body.subarray(sent, sent + this.step(from + sent));
      response.write(piece);
      sent += piece.length;
      await pause(TICK_MILLIS);
    }
    response.end();
  }

  private step(at: number): number {
    const usual = Math.ceil((this.bytesPerSecond * TICK_MILLIS) / 1000);
    return this.keepsEnd && at > this.video.length * 0.9 ? Math.ceil(usual / TRICKLE) : usual;
  }
}

function makeMedia(folder: string): { video: Buffer; thumbnail: Buffer } {
  const video = join(folder, 'tram.mp4');
  const thumbnail = join(folder, 'tram.jpg');
  const ffmpeg = (...args: string[]) =>
    execFileSync('ffmpeg', ['-hide_banner', '-loglevel', 'error', '-y', ...args]);
  ffmpeg(
    ...['-f', 'lavfi', '-i', `testsrc2=size=640x360:rate=24:duration=${VIDEO_SECONDS}`],
    ...['-f', 'lavfi', '-i', `sine=frequency=330:duration=${VIDEO_SECONDS}`],
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac'],
    ...['-movflags', '+faststart', video],
  );
  ffmpeg('-i', video, '-ss', '2', '-frames:v', '1', thumbnail);
  return { video: readFileSync(video), thumbnail: readFileSync(thumbnail) };
}
