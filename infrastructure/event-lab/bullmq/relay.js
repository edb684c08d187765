// Carries the rows of the outbox to the queue, in their order: in the process that writes them, so that a commit wakes it at once.
import { setTimeout as sleep } from 'node:timers/promises';
import { relaysPostgres, removed } from './settings.js';

const BATCH = 500;
const LOOK_AGAIN_MILLIS = 1000;

/** By "not yet published", never by "later than the last": a position is drawn before its transaction commits. */
const WAITING = {
  name: 'waiting',
  text: 'select position, event from bullmq.outbox where published_at is null order by position limit $1',
  values: [BATCH],
};
const MARK = { name: 'mark', text: 'update bullmq.outbox set published_at = now() where position = any($1::bigint[])' };

export class Relay {
  #queue;
  #client;
  #loop;
  #running = true;
  #woken = false;
  #rouse = () => {};

  constructor(queue) {
    this.#queue = queue;
    this.#loop = this.#run();
  }

  /** There is something to publish, perhaps. */
  wake() {
    this.#woken = true;
    this.#rouse();
  }

  async stop() {
    this.#running = false;
    this.#rouse();
    await this.#loop;
  }

  async #run() {
    this.#client = await relaysPostgres();
    let rows = [];
    while (this.#running) {
      if (rows.length === 0) {
        await this.#untilWoken();
        ({ rows } = await this.#client.query(WAITING));
      } else {
        await this.#publish(rows);
        rows = await this.#markAndLookOn(rows);
      }
    }
    await this.#client.end();
  }

  async #untilWoken() {
    if (!this.#woken && this.#running) {
      const enough = new AbortController();
      const roused = new Promise(resolve => (this.#rouse = resolve));
      await Promise.race([roused, sleep(LOOK_AGAIN_MILLIS, undefined, { signal: enough.signal }).catch(() => {})]);
      enough.abort();
    }
    this.#woken = false;
  }

  /** A crash between the adding and the marks repeats events, which the effects absorb. */
  async #publish(rows) {
    await this.#queue.addBulk(rows.map(({ event }) => ({ name: 'event', data: JSON.parse(event), opts: removed })));
  }

  /** The marks of this batch and the question for the next go out together. */
  async #markAndLookOn(rows) {
    const positions = rows.map(({ position }) => position);
    const [, next] = await Promise.all([
      this.#client.query({ ...MARK, values: [positions] }),
      this.#client.query(WAITING),
    ]);
    return next.rows;
  }
}
