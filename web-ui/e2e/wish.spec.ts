import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { Demo } from './house/demo.js';
import { fitsTheHand } from './thumb.js';

const ADMIN = 'olga';
const ADMIN_PASSWORD = 'projector light';
const FASTER = 12;
const PAGES = [
  ...['/', '/discover', '/search?q=the', '/title/movie/653', '/requests?scope=ALL', '/downloads'],
  ...['/status', '/people', '/integrations', '/audit', '/inbox', '/setup/plex', '/nowhere'],
];

let demo: Demo;

test.beforeAll(async () => {
  demo = await Demo.open();
  await demo.hurry(FASTER);
});

test.afterAll(async () => {
  await demo.close();
});

test('a member asks for a film, the admin approves, and it arrives while the page is open', async ({
  browser,
}) => {
  const member = await signInWithPlex(browser, 'Ben');

  await test.step('two taps from the search to the request', async () => {
    await member.goto(`${demo.address}/search?q=nosferatu`);
    await member.getByRole('button', { name: 'Request Nosferatu' }).click();
    await member.getByRole('button', { name: 'Request this film' }).click();
    await member.goto(`${demo.address}/title/movie/653`);
    await expect(member.getByText('Waiting for approval').first()).toBeVisible();
  });
  await approve(browser, 'Nosferatu');

  await arrives(member, 653);
});

test('a member hears why a wish was declined while the page is open', async ({ browser }) => {
  const member = await signInWithPlex(browser, 'Ben');
  await ask(member, 'Detour', 20367);
  const bell = member.getByRole('link', { name: /^Inbox, \d+ unread$/ });
  const unread = async () => Number.parseInt(await bell.innerText(), 10);
  const before = await unread();

  const admin = await signIn(browser);
  await admin.goto(`${demo.address}/requests?scope=ALL`);
  await admin.getByRole('button', { name: 'Decline Detour' }).click();
  await admin.getByRole('button', { name: 'Too big for now' }).click();
  await admin.getByRole('button', { name: 'Decline', exact: true }).click();

  await expect.poll(unread).toBeGreaterThan(before);
  await bell.click();
  const inbox = member.getByRole('list', { name: 'Inbox' });
  await expect(inbox.getByRole('link', { name: 'Detour was declined.' })).toBeVisible();
  await expect(inbox.getByText('“Too big for now”')).toBeVisible();
});

test('the service that cares for requests is killed in the middle, and the film arrives', async ({
  browser,
}) => {
  const member = await signInWithPlex(browser, 'Ben');
  await ask(member, 'The Circus', 28978);
  await approve(browser, 'The Circus');

  demo.kill('media-request-service');

  await arrives(member, 28978);
});

test('the same way through Overseerr', async ({ browser }) => {
  const admin = await signIn(browser);
  const connected = await admin
    .context()
    .request.put(`${demo.address}/api/v1/media/integrations/seerr`, {
      headers: { Origin: demo.address },
      data: { url: demo.seerr, secret: 'seerr-key', options: {} },
    });
  expect(connected.ok(), await connected.text()).toBe(true);
  const member = await signInWithPlex(browser, 'Ben');
  await ask(member, 'Sintel', 45745);
  await approve(browser, 'Sintel');

  await arrives(member, 45745);
  expect(await demo.askersAtSeerr(45745)).toEqual(['ben']);
});

test('the admin finds the Plex server by a sign-in with Plex, without a token', async ({
  browser,
}) => {
  const admin = await signIn(browser);
  await admin.goto(`${demo.address}/setup/plex`);
  const opened = admin.context().waitForEvent('page');
  await admin.getByRole('button', { name: 'Find my server with Plex' }).click();
  await (await opened).getByRole('button', { name: 'Olga', exact: true }).click();

  await expect(admin.getByText(/^Reached at http/)).toBeVisible();
  await expect(admin.getByLabel('Plex token')).toHaveCount(0);
  await admin.getByRole('button', { name: 'Save Plex' }).click();

  await expect(admin.getByText('Plex is connected.', { exact: true })).toBeVisible();
});

test('a shelf that was looked through to its end is where it was after a title and Back', async ({
  browser,
}) => {
  const member = await signInWithPlex(browser, 'Ben');
  await member.goto(`${demo.address}/discover?list=popular`);
  const films = member.getByRole('article');
  await expect(async () => {
    await films.last().scrollIntoViewIfNeeded();
    expect(await films.count()).toBeGreaterThan(60);
  }).toPass({ timeout: 60_000 });
  const last = films.last();
  const name = (await last.getAttribute('aria-label')) ?? '';

  await last.getByRole('link', { name }).first().click();
  await expect(member.getByRole('heading', { level: 1, name })).toBeVisible();
  await member.goBack();

  await expect(member.getByRole('article', { name, exact: true })).toBeInViewport();
});

test('every page fits the hand that holds it', async ({ browser }) => {
  const admin = await signIn(browser);
  await admin.setViewportSize({ width: 390, height: 844 });
  for (const path of PAGES) {
    await test.step(path, async () => {
      await admin.goto(`${demo.address}${path}`);
      await expect(admin.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(admin.locator('.skel')).toHaveCount(0);
      await fitsTheHand(admin);
    });
  }
});

async function ask(member: Page, title: string, tmdbId: number): Promise<void> {
  await member.goto(`${demo.address}/title/movie/${tmdbId}`);
  await expect(member.getByRole('heading', { name: title }).first()).toBeVisible();
  await member.getByRole('button', { name: 'Request this film' }).click();
  await member.getByRole('dialog').getByRole('button', { name: 'Request this film' }).click();
}

/** The page learns it by itself: it is neither reloaded nor left. The link leads to the very film, at the very server. */
async function arrives(member: Page, tmdbId: number): Promise<void> {
  const play = member.getByRole('link', { name: /Play .*on Plex|Play on Plex/ }).first();
  await expect(play).toBeVisible({ timeout: 180_000 });
  const key = await demo.keyAtPlex(tmdbId);
  expect(key).not.toBeNull();
  expect(await play.getAttribute('href')).toMatch(
    new RegExp(`/desktop/?#!/server/homelab-machine/details\\?key=%2Flibrary%2Fmetadata%2F${key}$`),
  );
}

async function approve(browser: Browser, title: string): Promise<void> {
  const admin = await signIn(browser);
  await admin.goto(`${demo.address}/requests?scope=ALL`);
  const button = admin.getByRole('button', { name: `Approve ${title}` });
  await button.click();
  await expect(button).toHaveCount(0);
  await admin.context().close();
}

async function signIn(browser: Browser): Promise<Page> {
  const page = await (await newcomer(browser)).newPage();
  await page.goto(`${demo.address}/sign-in`);
  await page.getByText('Name and password').click();
  await page.getByLabel('Name', { exact: true }).fill(ADMIN);
  await page.getByLabel('Password', { exact: true }).fill(ADMIN_PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
  return page;
}

async function signInWithPlex(browser: Browser, person: string): Promise<Page> {
  const context = await newcomer(browser);
  const page = await context.newPage();
  await page.goto(`${demo.address}/sign-in`);
  const opened = context.waitForEvent('page');
  await page.getByRole('button', { name: 'Continue with Plex' }).click();
  await (await opened).getByRole('button', { name: person, exact: true }).click();
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
  return page;
}

function newcomer(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ viewport: { width: 1280, height: 900 } });
}
