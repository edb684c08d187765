import {
  METHODS,
  type ApiAnswer,
  type ApiOperation,
  type Method,
  type OpenApi,
  type Schema,
} from './openapi';
import { shapeOf, type Field, type Shape } from './shapes';

/** One thing that can be asked. */
export interface Operation {
  readonly method: Method;
  readonly path: string;
  readonly summary: string;
  readonly description?: string | undefined;
  readonly parameters: readonly Parameter[];
  readonly body?: Body | undefined;
  readonly answers: readonly Answer[];
}

export interface Parameter extends Field {
  /** `path`, `query`, `header` or `cookie`. */
  readonly place: string;
}

interface Body {
  readonly mediaType: string;
  readonly shape: Shape;
}

export interface Answer {
  /** `200`, or `default`: any other. */
  readonly status: string;
  readonly description: string;
  readonly body?: Body | undefined;
}

/** What belongs together. */
export interface Chapter {
  readonly name: string;
  readonly operations: readonly Operation[];
}

/** The operations of a document by their first tag, in the order in which the document has them. */
export function chaptersOf(document: OpenApi): readonly Chapter[] {
  const chapters = new Map<string, Operation[]>();
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      const operation = operations[method];
      if (operation === undefined) continue;
      const name = operation.tags?.[0] ?? '';
      const chapter = chapters.get(name) ?? [];
      chapter.push(read(method, path, operation, document));
      chapters.set(name, chapter);
    }
  }
  return [...chapters].map(([name, operations]) => ({ name, operations }));
}

/** Those whose address or summary has all of the words. */
export function find(chapters: readonly Chapter[], text: string): readonly Chapter[] {
  const words = text.toLowerCase().split(/\s+/);
  return chapters
    .map(({ name, operations }) => ({
      name,
      operations: operations.filter(({ method, path, summary }) => {
        const told = `${method} ${path} ${summary} ${name}`.toLowerCase();
        return words.every((word) => told.includes(word));
      }),
    }))
    .filter(({ operations }) => operations.length > 0);
}

function read(method: Method, path: string, operation: ApiOperation, document: OpenApi): Operation {
  return {
    method,
    path,
    summary: operation.summary ?? '',
    description: operation.description,
    parameters: (operation.parameters ?? []).map((parameter) => ({
      ...shapeOf(parameter.schema ?? {}, document),
      name: parameter.name,
      place: parameter.in,
      required: parameter.required === true,
      ...(parameter.description === undefined ? {} : { says: parameter.description }),
    })),
    body: bodyOf(operation.requestBody?.content, document),
    answers: Object.entries(operation.responses ?? {}).map(([status, answer]) => {
      const said = resolved(answer, document);
      return {
        status,
        description: said.description ?? '',
        body: bodyOf(said.content, document),
      };
    }),
  };
}

function resolved(answer: ApiAnswer, document: OpenApi): ApiAnswer {
  const name = answer.$ref?.replace('#/components/responses/', '');
  return (name === undefined ? undefined : document.components?.responses?.[name]) ?? answer;
}

function bodyOf(
  content: Readonly<Record<string, { readonly schema?: Schema }>> | undefined,
  document: OpenApi,
): Body | undefined {
  const [first] = Object.entries(content ?? {});
  if (first === undefined) return undefined;
  const [mediaType, { schema }] = first;
  return { mediaType, shape: shapeOf(schema ?? {}, document) };
}
