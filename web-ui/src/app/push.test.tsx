import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { expectAccessible } from '@/testing/accessible';
import { fakeInbox } from '@/testing/fakeInbox';
import { FakePush } from '@/testing/FakePush';
import { ADA } from '@/testing/fixtures';
import { renderApp } from '@/testing/renderApp';

const open = async () => {
  const app = renderApp('/inbox');
  await app.user.click(await screen.findByRole('button', { name: 'How you hear of it' }));
  const sheet = await screen.findByRole('dialog', { name: 'How you hear of it' });
  return { ...app, device: within(await within(sheet).findByRole('region')) };
};

describe('news on this device', () => {
  afterEach(() => {
    FakePush.uninstall();
  });

  it('comes from the press on, and ends with another', async () => {
    const push = FakePush.install();
    fakeInbox.preferences = { ...fakeInbox.preferences, push: false };
    const { user, device } = await open();
    await user.click(await device.findByRole('button', { name: 'Turn on' }));

    expect(await device.findByText(/You are told here/)).toBeVisible();
    expect(fakeInbox.endpoints).toEqual(['https://push.example/1']);
    expect(push.keys).toEqual([Uint8Array.of(4, 255, 63, 251)]);
    expect(fakeInbox.wishes).toEqual([{ mail: false, address: null, push: true, language: 'EN' }]);
    await expectAccessible();

    await user.click(await device.findByRole('button', { name: 'Turn off' }));

    expect(await device.findByText(/Be told here/)).toBeVisible();
    expect(fakeInbox.endpoints).toEqual([]);
    expect(push.subscription).toBeNull();
  });

  it('comes in the language of the page', async () => {
    FakePush.install();
    fakeInbox.preferences = { ...fakeInbox.preferences, language: 'DE' };
    const { user, device } = await open();

    await user.click(await device.findByRole('button', { name: 'Turn on' }));

    expect(await device.findByText(/You are told here/)).toBeVisible();
    expect(fakeInbox.preferences.language).toBe('EN');
  });

  it('does not come when the person says no', async () => {
    const push = FakePush.install();
    push.answer = 'denied';
    const { user, device } = await open();

    await user.click(await device.findByRole('button', { name: 'Turn on' }));

    expect(await device.findByText(/You told this browser not to/)).toBeVisible();
    expect(device.queryByRole('button')).toBeNull();
    expect(fakeInbox.endpoints).toEqual([]);
  });

  it('does not come when the push service of the browser is away', async () => {
    const push = FakePush.install();
    push.serves = false;
    const { user, device } = await open();

    await user.click(await device.findByRole('button', { name: 'Turn on' }));

    expect(await device.findByText(/did not answer/)).toBeVisible();
    expect(device.getByRole('button', { name: 'Turn on' })).toBeVisible();
  });

  it.each([
    [
      'an address without https',
      /only where MediaNest is opened over https/,
      () => {
        vi.stubGlobal('isSecureContext', false);
      },
    ],
    [
      'a browser without push',
      /This browser cannot/,
      () => {
        vi.stubGlobal('isSecureContext', true);
      },
    ],
    [
      'an iPhone on which it is not installed',
      /home screen first/,
      () => {
        vi.stubGlobal('isSecureContext', true);
        vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue('Mozilla/5.0 (iPhone; CPU)');
      },
    ],
  ])('cannot come by %s, which is said', async (_where, sentence, arrange) => {
    arrange();
    const { device } = await open();

    expect(await device.findByText(sentence)).toBeVisible();
    expect(device.queryByRole('button')).toBeNull();
  });

  it('of somebody else is not one’s own', async () => {
    const push = FakePush.install('granted');
    localStorage.setItem('medianest.push', 'somebody else');
    const theirs = await push.subscribe({});
    const { user, device } = await open();

    await user.click(await device.findByRole('button', { name: 'Turn on' }));

    expect(await device.findByText(/You are told here/)).toBeVisible();
    expect(push.subscription).not.toBe(theirs);
    expect(localStorage.getItem('medianest.push')).toBe(ADA.id);
  });

  it('ends for who signs out', async () => {
    const push = FakePush.install();
    const { user, device } = await open();
    await user.click(await device.findByRole('button', { name: 'Turn on' }));
    await device.findByText(/You are told here/);
    await user.keyboard('{Escape}');

    await user.click(await screen.findByRole('button', { name: 'Your account' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }));

    await waitFor(() => {
      expect(fakeInbox.endpoints).toEqual([]);
    });
    expect(push.subscription).toBeNull();
    expect(await screen.findByRole('button', { name: 'Sign in' })).toBeVisible();
  });
});
