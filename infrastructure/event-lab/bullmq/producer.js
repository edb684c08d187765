// Says numbered events of some subjects, so many at once, and ends when all of them are done with.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Queue } from 'bullmq';
import { durable, micros, postgres, queue as name, redis } from './settings.js';

const SAY = { name: 'say', text: 'insert into bullmq.said (event_id, subject, number) values ($1, $2, $3)' };
const REMOVED = { removeOnComplete: true, removeOnFail: true };
const MOST_BEHIND_MILLIS = 100;

const { SUBJECTS, TALKERS, RATE, WARM_UP, EVENTS } = process.env;
const subjects = Array.from({ length: Number(SUBJECTS) }, () => randomUUID());
const gap = RATE ? 1000 / Number(RATE) : 0;
const connection = redis();
const queue = new Queue(name, { connection });
const pool = postgres();
let due = performance.now();

/** As our talkers: turns that were missed are not made up for by a burst. */
async function turn() {
  const now = performance.now();
  due = Math.max(due + gap, now - MOST_BEHIND_MILLIS);
  if (due > now) {
    await sleep(due - now);
  }
}

async function say(number) {
  const event = { id: randomUUID(), subject: subjects[number % subjects.length], number, saidAt: micros() };
  if (durable) {
    await pool.query({ ...SAY, values: [event.id, event.subject, number] });
  }
  await queue.add('event', event, REMOVED);
}

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

async function allDone() {
  for (;;) {
    const { waiting, prioritized, active } = await queue.getJobCounts('waiting', 'prioritized', 'active');
    if (waiting + prioritized + active === 0) {
      return;
    }
    await sleep(50);
  }
}

await sayAll(Number(WARM_UP));
await allDone();
await sayAll(Number(EVENTS));
await allDone();
await queue.close();
await pool?.end();
connection.disconnect();
