import { Redis } from 'ioredis';
import pg from 'pg';

const { QUEUE, REDIS, POSTGRES, CONNECTIONS, OUTBOX } = process.env;

/** The name of the queue. */
export const queue = QUEUE;

/** Whether events are rows in Postgres as well: where they are said, and where their effect is. */
export const durable = POSTGRES !== undefined;

/** Whether events wait in an outbox that is written together with what they tell of, so that none is lost before it is a job. */
export const outbox = OUTBOX === 'true';

/** How jobs are added. */
export const removed = { removeOnComplete: true, removeOnFail: true };

/** Never gives up on a command, which BullMQ asks for. */
export function redis() {
  return new Redis(REDIS, { maxRetriesPerRequest: null });
}

/** None when nothing is kept in Postgres. */
export function postgres() {
  return durable ? new pg.Pool({ connectionString: POSTGRES, max: Number(CONNECTIONS) }) : undefined;
}

/**
 * The relay's own connection. Statements are sent without waiting for the answer to the one before. Its commits do not wait for the disk,
 * as ours do not: a mark that is lost repeats an event.
 */
export async function relaysPostgres() {
  const client = new pg.Client({ connectionString: POSTGRES, pipeline: true, options: '-c synchronous_commit=off' });
  await client.connect();
  return client;
}

/** Microseconds since 1970, by the clock that all processes of the machine share. */
export function micros() {
  return Math.round((performance.timeOrigin + performance.now()) * 1000);
}
