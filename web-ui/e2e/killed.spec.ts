import { expect, test } from '@playwright/test';
import { House } from './house/house.js';
import { VIDEO_TITLE } from './house/video-site.js';

let house: House;

test.beforeAll(async () => {
  house = await House.open(300_000);
});

test.afterAll(async () => {
  await house.close();
});

test('a download survives the death of its service', async ({ page }) => {
  await page.goto(house.address);
  await page.getByLabel('Set-up code').fill(house.setupCode);
  await page.getByLabel('Name', { exact: true }).fill('ada');
  await page.getByLabel('Password', { exact: true }).fill('correct horse battery');
  await page.getByRole('button', { name: 'Create the account' }).click();
  await page.getByRole('heading', { name: 'Which Plex is home?' }).waitFor();
  await page.goto(`${house.address}/downloads`);
  house.videos.keepEnd();
  await page.getByLabel('Link').fill(house.videos.link);
  await page.getByLabel('Link').press('Enter');
  await page.getByRole('button', { name: /^Download/ }).click();
  const card = page.getByRole('article', { name: VIDEO_TITLE });
  await expect
    .poll(async () => Number(await card.getByRole('progressbar').getAttribute('aria-valuenow')), {
      intervals: [100],
      timeout: 60_000,
    })
    .toBeGreaterThan(20);

  house.kill('download-service');
  house.videos.letEndGo();

  await expect(card.getByRole('button', { name: 'Play' })).toBeVisible({ timeout: 90_000 });
  expect(house.mediaFiles()).toHaveLength(1);
  expect(house.stagedFiles()).toEqual([]);
  await expect.poll(() => house.downloaders()).toEqual([]);
  const resumed = house.videos.requests.filter(
    (request) => request.path === '/tram.mp4' && request.range?.match(/^bytes=[1-9]/),
  );
  expect(resumed).not.toEqual([]);
});
