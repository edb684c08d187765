import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { fakeServer } from '@/testing/FakeServer';
import { anArrivedDownload, aRunningDownload } from '@/testing/fixtures';
import { renderApp } from '@/testing/renderApp';

const ready = () => screen.findByRole('textbox', { name: 'Link' });

describe('the search', () => {
  it.each(['{Control>}k{/Control}', '{Meta>}k{/Meta}', '/'])('opens by %s', async (keys) => {
    const { user } = renderApp('/downloads');
    await ready();

    await user.keyboard(keys);

    expect(await screen.findByRole('combobox', { name: 'Search and commands' })).toHaveFocus();
  });

  it('does not open by a slash that belongs into a field', async () => {
    const { user } = renderApp('/downloads');

    await user.type(await ready(), 'a/b');

    expect(screen.queryByRole('dialog')).toBeNull();
    expect(await ready()).toHaveValue('a/b');
  });

  it('finds a download and plays it, by the keyboard alone', async () => {
    const wanted = anArrivedDownload({ title: 'Fishermen at Étretat' });
    fakeServer.downloads = [anArrivedDownload({ title: 'The Wave' }), wanted];
    const { user, whereabouts } = renderApp('/downloads');
    await screen.findByRole('article', { name: 'The Wave' });

    await user.keyboard('/');
    await user.type(await screen.findByRole('combobox'), 'etretat');
    expect(screen.getByRole('option', { selected: true })).toHaveTextContent(
      'Fishermen at Étretat',
    );
    await user.keyboard('{Enter}');

    await waitFor(() => {
      expect(whereabouts()).toBe(`/downloads?play=${wanted.id}`);
    });
  });

  it('leads to the card of a download that is on its way', async () => {
    fakeServer.downloads = [aRunningDownload(43, { title: 'Running' })];
    const { user } = renderApp('/downloads');
    const card = await screen.findByRole('article', { name: 'Running' });

    await user.keyboard('/');
    await user.type(await screen.findByRole('combobox'), 'runn{Enter}');

    await waitFor(() => {
      expect(card).toHaveFocus();
    });
  });

  it('offers to download a pasted link', async () => {
    const { user } = renderApp('/downloads');
    await ready();

    await user.keyboard('/');
    await user.click(await screen.findByRole('combobox'));
    await user.paste('https://example.org/watch?v=1');
    await user.click(screen.getByRole('option', { name: /Download this link/ }));

    expect(await screen.findByRole('button', { name: 'Download 780 MB' })).toBeVisible();
    expect(await ready()).toHaveValue('https://example.org/watch?v=1');
  });

  it('walks through all results, and round', async () => {
    const { user } = renderApp('/downloads');
    await ready();
    await user.keyboard('/');
    const field = await screen.findByRole('combobox');
    const options = screen.getAllByRole('option');

    await user.type(field, '{ArrowUp}');

    expect(options.at(-1)).toHaveAttribute('aria-selected', 'true');
    expect(field).toHaveAttribute('aria-activedescendant', options.at(-1)?.id);
  });

  it('leaves the whole search when nothing matches', async () => {
    const { user } = renderApp('/downloads');
    await ready();
    await user.keyboard('/');

    await user.type(await screen.findByRole('combobox'), 'zzzz');

    expect(await screen.findByRole('option')).toHaveTextContent('All results for “zzzz”');
  });
});

describe('the account menu', () => {
  it('changes the theme, and remembers it', async () => {
    const { user } = renderApp('/downloads');
    await user.click(await screen.findByRole('button', { name: 'Your account' }));

    await user.click(await screen.findByRole('menuitemradio', { name: 'Light' }));
    expect(document.documentElement.dataset['theme']).toBe('light');
    expect(localStorage.getItem('medianest.theme')).toBe('light');
    await user.click(screen.getByRole('menuitemradio', { name: 'As this device says' }));

    expect(document.documentElement.dataset['theme']).toBe('dark');
    expect(localStorage.getItem('medianest.theme')).toBeNull();
  });

  it('changes the language of everything, without a reload', async () => {
    fakeServer.downloads = [anArrivedDownload({ title: 'Arrived' })];
    const { user } = renderApp('/downloads');
    await user.click(await screen.findByRole('button', { name: 'Your account' }));

    await user.click(await screen.findByRole('menuitemradio', { name: 'Deutsch' }));

    const card = await screen.findByRole('article', { name: 'Arrived' });
    await waitFor(() => {
      expect(within(card).getByText('In deiner Bibliothek')).toBeVisible();
    });
    expect(document.documentElement.lang).toBe('de');
    expect(screen.getByRole('menuitem', { name: 'Abmelden' })).toBeVisible();
  });
});

describe('a page that does not exist', () => {
  it('says so, and leads back', async () => {
    const { user, whereabouts } = renderApp('/nowhere/at-all');

    expect(await screen.findByRole('heading', { name: 'This reel is missing.' })).toBeVisible();
    expect(document.title).toBe('Not found · MediaNest');
    await user.click(screen.getByRole('link', { name: 'Back home' }));

    await waitFor(() => {
      expect(whereabouts()).toBe('/');
    });
    await waitFor(() => {
      expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
    });
  });
});
