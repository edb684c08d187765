import { Redis } from 'ioredis';
import pg from 'pg';

const { QUEUE, REDIS, POSTGRES, CONNECTIONS } = process.env;

/** The name of the queue. */
export const queue = QUEUE;

/** Whether events are rows in Postgres as well: where they are said, and where their effect is. */
export const durable = POSTGRES !== undefined;

/** Never gives up on a command, which BullMQ asks for. */
export function redis() {
  return new Redis(REDIS, { maxRetriesPerRequest: null });
}

/** None when nothing is kept in Postgres. */
export function postgres() {
  return durable ? new pg.Pool({ connectionString: POSTGRES, max: Number(CONNECTIONS) }) : undefined;
}

/** Microseconds since 1970, by the clock that all processes of the machine share. */
export function micros() {
  return Math.round((performance.timeOrigin + performance.now()) * 1000);
}
