import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { House } from './house/house.js';
import { VIDEO_SECONDS, VIDEO_TITLE } from './house/video-site.js';

const PASSWORD = 'correct horse battery';

let house: House;

test.beforeAll(async () => {
  house = await House.open(500_000);
});

test.afterAll(async () => {
  await house.close();
});

test('a person sets MediaNest up, pastes a link and watches the video that arrives', async ({
  page,
}) => {
  const foreign = watchForForeignRequests(page);

  await test.step('the first visit opens the set-up', async () => {
    await page.goto(house.address);
    await page.getByLabel('Set-up code').fill(house.setupCode);
    await page.getByLabel('Name', { exact: true }).fill('ada');
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await accessible(page);
    await page.getByRole('button', { name: 'Create the account' }).click();
    await skipSystems(page);
    await accessible(page);
  });

  await test.step('signing out and in again', async () => {
    await signOut(page);
    await accessible(page);
    await page.getByLabel('Name', { exact: true }).fill('Ada');
    await page.getByLabel('Password', { exact: true }).fill('not the password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByText(/Check the name and the password/)).toBeVisible();
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByLabel(/stay signed in/i).check();
    await page.getByRole('button', { name: 'Sign in' }).click();
    await toDownloads(page);
  });

  await test.step('a bad link gives a sentence', async () => {
    await page.getByLabel('Link').fill('http://127.0.0.1/secret.mp4');
    await page.getByLabel('Link').press('Enter');
    await expect(page.getByRole('alert').first()).toContainText(
      /not allowed|private|own network|this machine/i,
    );
  });

  await test.step('a link is probed before anything is queued', async () => {
    await page.getByLabel('Link').fill(house.videos.link);
    await page.getByLabel('Link').press('Enter');
    await expect(page.getByRole('heading', { name: VIDEO_TITLE })).toBeVisible();
    await expect(page.getByText('0:12').first()).toBeVisible();
    await accessible(page);
    house.videos.keepEnd();
    await page.getByRole('button', { name: /^Download/ }).click();
  });

  const card = page.getByRole('article', { name: VIDEO_TITLE });
  const bar = card.getByRole('progressbar');

  await test.step('the progress moves in the page', async () => {
    const seen = await progressSeen(page, 3);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    await expect(card).toContainText(/\/s/);
    await accessible(page);
  });

  await test.step('a reload in the middle loses nothing', async () => {
    const before = Number(await bar.getAttribute('aria-valuenow'));
    await page.reload();
    await expect(bar).toBeVisible();
    await expect
      .poll(async () => Number(await bar.getAttribute('aria-valuenow')))
      .toBeGreaterThanOrEqual(before * 0.5);
    house.videos.letEndGo();
  });

  await test.step('the file plays', async () => {
    await card.getByRole('button', { name: 'Play' }).click();
    const video = page.locator('video');
    await expect
      .poll(() => video.evaluate((element: HTMLVideoElement) => element.readyState))
      .toBeGreaterThanOrEqual(2);
    const duration = await video.evaluate((element: HTMLVideoElement) => element.duration);
    expect(Math.abs(duration - VIDEO_SECONDS)).toBeLessThan(1);
    await video.evaluate(async (element: HTMLVideoElement) => {
      element.muted = true;
      element.currentTime = 8;
      await element.play();
    });
    await expect
      .poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime))
      .toBeGreaterThan(8.2);
    await page.keyboard.press('Escape');
    expect(house.mediaFiles()).toHaveLength(1);
    expect(house.mediaFiles()[0]).toMatch(/^ada\//);
    expect(house.stagedFiles()).toEqual([]);
  });

  await test.step('a restart of every process keeps the session and the list', async () => {
    await house.restart();
    await page.reload();
    await expect(card.getByRole('button', { name: 'Play' })).toBeVisible();
  });

  await test.step('without a network the app opens, says so, and is back by itself', async () => {
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.context().setOffline(true);
    await page.reload();
    await expect(page.getByText('MediaNest does not answer.')).toBeVisible();
    await page.context().setOffline(false);
    await expect(card.getByRole('button', { name: 'Play' })).toBeVisible();
    const kept = await page.evaluate(async () => {
      const requests = (await caches.keys()).map(async (name) => (await caches.open(name)).keys());
      return (await Promise.all(requests)).flat().map(({ url }) => new URL(url).pathname);
    });
    expect(kept).toContain('/index.html');
    expect(kept.filter((path) => path.startsWith('/api'))).toEqual([]);
  });

  await test.step('signed out means signed out', async () => {
    const me = `${house.address}/api/v1/auth/me`;
    expect((await page.request.get(me)).status()).toBe(200);
    const cookies = await page.context().cookies();
    await signOut(page);
    await page.context().addCookies(cookies);
    expect((await page.request.get(me)).status()).toBe(401);
  });

  expect(foreign).toEqual([]);
});

test('a cancelled download leaves nothing behind', async ({ page }) => {
  await enter(page);
  house.videos.keepEnd();
  await page.getByLabel('Link').fill(house.videos.link);
  await page.getByLabel('Link').press('Enter');
  await page.getByRole('button', { name: /^Download/ }).click();
  await progressSeen(page, 1);

  const card = page.getByRole('article', { name: VIDEO_TITLE }).first();
  await card.getByRole('button', { name: 'Cancel' }).click();

  await expect(card.getByRole('button', { name: 'Try again' })).toBeVisible();
  await expect.poll(() => house.downloaders()).toEqual([]);
  await expect.poll(() => house.stagedFiles()).toEqual([]);
});

/** Into the house, whoever was there before: the first visit sets it up, a later one signs in. */
async function enter(page: Page): Promise<void> {
  await page.goto(house.address);
  const code = page.getByLabel('Set-up code');
  await expect(code.or(page.getByRole('button', { name: 'Sign in' }))).toBeVisible();
  const isFirst = await code.isVisible();
  if (isFirst) await code.fill(house.setupCode);
  await page.getByLabel('Name', { exact: true }).fill('ada');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: isFirst ? 'Create the account' : 'Sign in' }).click();
  if (isFirst) await skipSystems(page);
  await toDownloads(page);
}

/** Each step after the account can wait, up to the door. */
async function skipSystems(page: Page): Promise<void> {
  for (const title of ['Which Plex is home?', 'Who gets what people ask for?']) {
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
    await page.getByRole('button', { name: 'Later' }).click();
  }
  await expect(page.getByRole('heading', { name: 'Where do posters come from?' })).toBeVisible();
  await page.getByRole('button', { name: 'Later' }).click();
  await page.getByRole('button', { name: 'Open MediaNest' }).click();
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
}

async function toDownloads(page: Page): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Pages' })
    .getByRole('link', { name: /^Downloads/ })
    .click();
  await expect(page.getByLabel('Link')).toBeVisible();
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Your account' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
}

/** Waits until the running download's bar has shown so many different values, and returns them in their order. */
async function progressSeen(page: Page, different: number): Promise<number[]> {
  const seen: number[] = [];
  await expect
    .poll(
      async () => {
        const value = await page
          .getByRole('progressbar')
          .first()
          .getAttribute('aria-valuenow', { timeout: 5_000 });
        const percent = Number(value ?? 0);
        if (percent > 0 && seen.at(-1) !== percent) seen.push(percent);
        return seen.length;
      },
      { intervals: [100], timeout: 60_000 },
    )
    .toBeGreaterThanOrEqual(different);
  return seen;
}

async function accessible(page: Page): Promise<void> {
  const result = await new AxeBuilder({ page }).analyze();
  expect(result.violations.map((violation) => violation.id)).toEqual([]);
}

/** Nothing here asks another site about anybody. */
function watchForForeignRequests(page: Page): string[] {
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(house.address) && !/^(data|blob):/.test(request.url())) {
      foreign.push(request.url());
    }
  });
  return foreign;
}
