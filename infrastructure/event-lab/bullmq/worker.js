// Does what our listeners do with an event, and writes down when, at SIGTERM.
import { writeFileSync } from 'node:fs';
import { Worker } from 'bullmq';
import { durable, micros, postgres, queue, redis } from './settings.js';

const APPLY = {
  name: 'apply',
  text: 'insert into bullmq.effect (event_id, subject, number) values ($1, $2, $3) on conflict do nothing',
};

const { CONCURRENCY, SAMPLES } = process.env;
const connection = redis();
const pool = postgres();
const samples = [];

async function apply({ data }) {
  if (durable) {
    await pool.query({ ...APPLY, values: [data.id, data.subject, data.number] });
  }
  samples.push(`${data.saidAt},${micros()}\n`);
}

const worker = new Worker(queue, apply, { connection, concurrency: Number(CONCURRENCY) });
worker.on('error', error => console.error(error));

process.once('SIGTERM', async () => {
  await worker.close();
  writeFileSync(SAMPLES, samples.join(''));
  await pool?.end();
  connection.disconnect();
});

await worker.waitUntilReady();
console.log('ready');
