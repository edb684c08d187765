// Says numbered events of some subjects, so many at once, and ends when all of them are done with.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Queue } from 'bullmq';
import { Relay } from './relay.js';
import { durable, micros, outbox, postgres, queue as name, redis, removed } from './settings.js';

const SAY = { name: 'say', text: 'insert into bullmq.said (event_id, subject, number) values ($1, $2, $3)' };
const PUT_OUT = { name: 'put out', text: 'insert into bullmq.outbox (event_id, event) values ($1, $2)' };
const WAITING = 'select exists (select from bullmq.outbox where published_at is null) as waiting';
const MOST_BEHIND_MILLIS = 100;

const { SUBJECTS, TALKERS, RATE, WARM_UP, EVENTS } = process.env;
const subjects = Array.from({ length: Number(SUBJECTS) }, () => randomUUID());
const gap = RATE ? 1000 / Number(RATE) : 0;
const connection = redis();
const queue = new Queue(name, { connection });
const pool = postgres();
const relay = outbox ? new Relay(queue) : undefined;
let due = performance.now();

/** As our talkers: turns that were missed are not made up for by a burst. */
async function turn() {
  const now = performance.now();
  due = Math.max(due + gap, now - MOST_BEHIND_MILLIS);
  if (due > now) {
    await sleep(due - now);
  }
}

function numbered(number) {
  return { id: randomUUID(), subject: subjects[number % subjects.length], number, saidAt: micros() };
}

/** What is lost when the process ends in between is the event. */
async function add(number) {
  const event = numbered(number);
  if (durable) {
    await pool.query({ ...SAY, values: [event.id, event.subject, number] });
  }
  await queue.add('event', event, removed);
}

/** Together with the row that it tells of, or not at all. What fails ends the process, and with it the transaction. */
async function putOut(number) {
  const client = await pool.connect();
  await client.query('begin');
  const event = numbered(number);
  await client.query({ ...SAY, values: [event.id, event.subject, number] });
  await client.query({ ...PUT_OUT, values: [event.id, JSON.stringify(event)] });
  await client.query('commit');
  client.release();
  relay.wake();
}

const say = outbox ? putOut : add;

async function sayAll(total) {
  let said = 0;
  const talk = async () => {
    while (said < total) {
      const number = said++;
      if (gap) {
        await turn();
      }
      await say(number);
    }
  };
  await Promise.all(Array.from({ length: Number(TALKERS) }, talk));
}

async function isEmpty() {
  // First: what leaves the outbox is a job before.
  if (outbox && (await pool.query(WAITING)).rows[0].waiting) {
    return false;
  }
  const { waiting, prioritized, active } = await queue.getJobCounts('waiting', 'prioritized', 'active');
  return waiting + prioritized + active === 0;
}

async function allDone() {
  while (!(await isEmpty())) {
    await sleep(50);
  }
}

await sayAll(Number(WARM_UP));
await allDone();
await sayAll(Number(EVENTS));
await allDone();
await relay?.stop();
await queue.close();
await pool?.end();
connection.disconnect();
