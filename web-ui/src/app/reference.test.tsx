import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { expectAccessible } from '@/testing/accessible';
import { NOOR } from '@/testing/fakeOffice';
import { fakeServer, server } from '@/testing/FakeServer';
import { ADA } from '@/testing/fixtures';
import { renderApp } from '@/testing/renderApp';
import { at, problem } from '@/testing/wire';

const SCHEMAS = {
  Wish: {
    type: 'object',
    required: ['title'],
    properties: {
      title: { type: 'string', description: 'As people call it' },
      kind: { allOf: [{ $ref: '#/components/schemas/Kind' }, { default: 'FILM' }] },
      followers: { type: 'array', items: { $ref: '#/components/schemas/Person' } },
    },
  },
  Kind: { type: 'string', enum: ['FILM', 'SERIES'] },
  Person: {
    type: 'object',
    properties: {
      name: { type: ['string', 'null'] },
      friends: { type: 'array', items: { $ref: '#/components/schemas/Person' } },
    },
  },
  CommonProblemCode: {
    type: 'string',
    oneOf: [
      { const: 'CONFLICT', title: 'Changed', description: 'Read it again.', 'x-status': 409 },
      {
        const: 'UNAUTHENTICATED',
        title: 'Nobody knows you',
        description: 'Sign in.',
        'x-status': 401,
      },
    ],
  },
  WishProblemCode: {
    type: 'string',
    oneOf: [{ const: 'GRANTED', title: 'Granted', description: 'Be glad.', 'x-status': 409 }],
  },
};

const wish = { content: { 'application/json': { schema: { $ref: '#/components/schemas/Wish' } } } };

const DOCUMENT = {
  openapi: '3.1.0',
  paths: {
    '/api/v1/wishes': {
      post: {
        summary: 'Asks for a film',
        tags: ['wishes'],
        parameters: [{ name: 'Idempotency-Key', in: 'header', schema: { type: 'string' } }],
        requestBody: wish,
        responses: {
          '201': { description: 'It is wanted now', ...wish },
          default: { $ref: '#/components/responses/Problem' },
        },
      },
    },
    '/api/v1/people/{id}': {
      get: {
        summary: 'One person',
        tags: ['people'],
        parameters: [
          { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
        ],
        responses: { '200': { description: 'OK' } },
      },
    },
  },
  components: { schemas: SCHEMAS, responses: { Problem: { description: 'A problem document' } } },
};

describe('the reference', () => {
  beforeEach(() => {
    fakeServer.me = NOOR;
    server.use(http.get(at('/openapi'), () => HttpResponse.json(DOCUMENT)));
  });

  it('tells what is sent and answered, field by field', async () => {
    const { user } = renderApp('/reference');
    const wishes = await screen.findByRole('region', { name: 'wishes' });
    expect(within(wishes).queryByText('It is wanted now')).toBeNull();

    await user.click(within(wishes).getByText('/api/v1/wishes'));

    expect(await within(wishes).findByText('It is wanted now')).toBeVisible();
    expect(within(wishes).getByText('A problem document')).toBeVisible();
    expect(within(wishes).getByText('Idempotency-Key')).toBeVisible();
    expect(within(wishes).getAllByText('As people call it')).toHaveLength(2);
    expect(within(wishes).getAllByText('FILM | SERIES')).toHaveLength(2);
    expect(within(wishes).getAllByText(/otherwise "FILM"/)).toHaveLength(2);
    expect(within(wishes).getAllByText('string | null')).toHaveLength(2);
    // who contains themselves is named, and not drawn again
    expect(within(wishes).getAllByText('friends')).toHaveLength(2);
    await expectAccessible();
  });

  it('finds an address by its words', async () => {
    const { user } = renderApp('/reference');
    const field = await screen.findByRole('searchbox', { name: 'Find an address or a code' });

    await user.type(field, 'get person');

    expect(screen.getByText('/api/v1/people/{id}')).toBeVisible();
    expect(screen.queryByText('/api/v1/wishes')).toBeNull();
    await user.type(field, ' of nobody');
    expect(await screen.findByText('Nothing is called that.')).toBeVisible();
  });

  it('tells the codes of all refusals, what is wrong and what to do', async () => {
    const { user } = renderApp('/reference');
    const problems = await screen.findByRole('region', { name: 'Problems' });
    const told = () =>
      within(problems)
        .getAllByRole('listitem')
        .map((line) => line.textContent);
    expect(told()).toEqual([
      '401UNAUTHENTICATEDNobody knows you. Sign in.',
      '409CONFLICTChanged. Read it again.',
      '409GRANTEDGranted. Be glad.',
    ]);

    await user.type(screen.getByRole('searchbox', { name: 'Find an address or a code' }), 'glad');

    await waitFor(() => {
      expect(told()).toEqual(['409GRANTEDGranted. Be glad.']);
    });
    expect(screen.queryByText('/api/v1/wishes')).toBeNull();
  });

  it('says when it cannot be had, and tries again', async () => {
    server.use(
      http.get(at('/openapi'), () => problem(403, 'FORBIDDEN', 'Ask an admin.'), {
        once: true,
      }),
    );
    const { user } = renderApp('/reference');

    expect(await screen.findByText('Could not load the reference')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await screen.findByText('/api/v1/wishes')).toBeVisible();
  });

  it('is for those who set the house up', async () => {
    fakeServer.me = ADA;
    const { whereabouts } = renderApp('/reference');

    expect(await screen.findByRole('heading', { name: 'What shall we watch?' })).toBeVisible();
    expect(whereabouts()).toBe('/');
  });
});
