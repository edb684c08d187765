import { screen, waitFor, within } from '@testing-library/react';
import { http } from 'msw';
import { describe, expect, it } from 'vitest';
import { expectAccessible } from '@/testing/accessible';
import { FakeFeed } from '@/testing/FakeFeed';
import { fakeFilms } from '@/testing/fakeFilms';
import { at, fakeServer, problem, server } from '@/testing/FakeServer';
import { aRequest, aTitle } from '@/testing/films';
import { ADA } from '@/testing/fixtures';
import { renderApp } from '@/testing/renderApp';

const decides = ['APPROVE', 'DECLINE'] as const;
const waiting = (title: string, id: string) =>
  aRequest(aTitle({ title }), { id, actions: [...decides], note: 'Please' });

function asAdmin() {
  fakeServer.me = { ...ADA, permissions: [...ADA.permissions, 'requests:manage'] };
}

describe('the requests', () => {
  it('tell an admin who waits', async () => {
    asAdmin();
    fakeFilms.requests = [waiting('Detour', 'a'), waiting('Charade', 'b')];
    renderApp('/requests');

    expect(await screen.findByText('2 requests wait for you.')).toBeVisible();
    expect(await screen.findByRole('link', { name: 'Detour' })).toBeVisible();
    expect(screen.getAllByText('Ben')[0]).toBeVisible();
    await expectAccessible();
  });

  it('are only one’s own for somebody who may not see others', async () => {
    const mine = waiting('Detour', 'a');
    fakeFilms.requests = [
      { ...mine, actions: ['CANCEL'], standing: { ...mine.standing, mine: true } },
      waiting('Charade', 'b'),
    ];
    renderApp('/requests');

    expect(await screen.findByRole('link', { name: 'Detour' })).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Charade' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Everyone' })).toBeNull();
  });

  it('of others are declined by who decides, one’s own are withdrawn', async () => {
    asAdmin();
    const mine = waiting('Detour', 'a');
    fakeFilms.requests = [
      {
        ...mine,
        actions: [...decides, 'CANCEL'],
        standing: { ...mine.standing, mine: true },
      },
      { ...waiting('Charade', 'b'), actions: [...decides, 'CANCEL'] },
    ];
    renderApp('/requests');

    expect(
      await screen.findByRole('button', { name: 'Withdraw the request for Detour' }),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'Decline Charade' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Withdraw the request for Charade' })).toBeNull();
  });

  it('are approved at once', async () => {
    asAdmin();
    fakeFilms.requests = [waiting('Detour', 'a')];
    const { user } = renderApp('/requests');

    await user.click(await screen.findByRole('button', { name: 'Approve Detour' }));

    expect(await screen.findByText('Approved, not yet sent')).toBeVisible();
    await waitFor(() => {
      expect(fakeFilms.requests[0]?.state).toBe('APPROVED');
    });
  });

  it('are back as they were, with the reason, when the server refuses', async () => {
    asAdmin();
    fakeFilms.requests = [waiting('Detour', 'a')];
    server.use(
      http.post(at('/requests/a/approve'), () => problem(409, 'DECIDED', 'Noor was faster.')),
    );
    const { user } = renderApp('/requests');

    await user.click(await screen.findByRole('button', { name: 'Approve Detour' }));

    expect(await screen.findByText('Noor was faster.')).toBeVisible();
    expect(await screen.findByRole('button', { name: 'Approve Detour' })).toBeVisible();
  });

  it('are declined only with a reason, canned or one’s own', async () => {
    asAdmin();
    fakeFilms.requests = [waiting('Detour', 'a')];
    const { user } = renderApp('/requests');
    await user.click(await screen.findByRole('button', { name: 'Decline Detour' }));
    expect(screen.getByRole('form', { name: 'Decline Detour' })).toContainElement(
      document.activeElement as HTMLElement,
    );
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('form', { name: 'Decline Detour' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Decline Detour' })).toHaveFocus();
    await user.keyboard('{Enter}');
    const form = screen.getByRole('form', { name: 'Decline Detour' });

    await user.click(within(form).getByRole('button', { name: 'Decline' }));
    expect(within(form).getByRole('alert')).toHaveTextContent('Say why');
    await user.click(within(form).getByRole('button', { name: 'Too big for now' }));
    await user.type(within(form).getByRole('textbox', { name: 'Reason' }), ', sorry');
    await expectAccessible();
    await user.click(within(form).getByRole('button', { name: 'Decline' }));

    await waitFor(() => {
      expect(fakeFilms.reasons).toEqual(['Too big for now, sorry']);
    });
    expect(await screen.findByText('“Too big for now, sorry”')).toBeVisible();
  });

  it('are approved together', async () => {
    asAdmin();
    fakeFilms.requests = [waiting('Detour', 'a'), waiting('Charade', 'b'), waiting('D.O.A.', 'c')];
    const { user } = renderApp('/requests');

    await user.click(await screen.findByRole('checkbox', { name: 'Choose Detour' }));
    await user.click(screen.getByRole('checkbox', { name: 'Choose D.O.A.' }));
    await user.click(screen.getByRole('button', { name: 'Approve 2' }));

    expect(await screen.findByText('2 requests are approved.')).toBeVisible();
    expect(fakeFilms.requests.map(({ state }) => state)).toEqual([
      'APPROVED',
      'PENDING',
      'APPROVED',
    ]);
    expect(screen.queryByRole('button', { name: 'Approve 2' })).toBeNull();
  });

  it('filter by the address', async () => {
    asAdmin();
    fakeFilms.requests = [
      waiting('Detour', 'a'),
      aRequest(aTitle({ title: 'Charade' }), { state: 'DECLINED', reason: 'Not for this server' }),
    ];
    const { user, whereabouts } = renderApp('/requests');

    await user.click(await screen.findByRole('link', { name: 'Declined 1' }));

    expect(await screen.findByRole('link', { name: 'Charade' })).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Detour' })).toBeNull();
    expect(whereabouts()).toBe('/requests?state=DECLINED');
  });

  it('open with all that happened', async () => {
    asAdmin();
    fakeFilms.requests = [waiting('Detour', 'a')];
    const { user, whereabouts } = renderApp('/requests');

    await user.click(await screen.findByRole('link', { name: 'Detour' }));

    const sheet = await screen.findByRole('dialog', { name: 'Detour' });
    const course = within(sheet).getByRole('list', { name: 'What happened' });
    expect(within(course).getByText('Asked for')).toBeVisible();
    expect(whereabouts()).toBe('/requests?request=a');
    await expectAccessible();
    await user.click(within(sheet).getByRole('button', { name: 'Close' }));
    expect(whereabouts()).toBe('/requests');
  });

  it('come in by the live feed', async () => {
    asAdmin();
    renderApp('/requests');
    expect(await screen.findByRole('heading', { name: 'Nothing is asked for yet.' })).toBeVisible();
    FakeFeed.current.hello();

    fakeFilms.requests = [waiting('Detour', 'a')];
    FakeFeed.current.say({
      type: 'medianest.request.created.v1',
      id: '2-0',
      data: { requestId: 'a', ownerId: 'ben', type: 'MOVIE', tmdbId: 1, title: 'Detour' },
    });

    expect(await screen.findByRole('button', { name: 'Approve Detour' })).toBeVisible();
  });

  it('say what happened when they cannot be loaded, and try again', async () => {
    server.use(
      http.get(at('/requests'), () => problem(400, 'BROKEN', 'The list is torn.'), { once: true }),
    );
    const { user } = renderApp('/requests');

    expect(await screen.findByText('The list is torn.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await screen.findByRole('heading', { name: 'Nothing is asked for yet.' })).toBeVisible();
  });
});
