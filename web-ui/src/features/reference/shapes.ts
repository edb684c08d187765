import type { OpenApi, Schema } from './openapi';

/** What a value looks like: its type in a programmer's words, and its fields, if it has any. */
export interface Shape {
  readonly type: string;
  readonly says?: string | undefined;
  readonly fallback?: string | undefined;
  readonly fields: readonly Field[];
}

export interface Field extends Shape {
  readonly name: string;
  readonly required: boolean;
}

const POINTER = '#/components/schemas/';

/** Describes a schema of the document; what contains itself is named, and not drawn again. */
export function shapeOf(schema: Schema, document: OpenApi, within: readonly string[] = []): Shape {
  const own = { says: schema.description, fallback: textOf(schema.default) };
  if (schema.$ref !== undefined) {
    const name = schema.$ref.replace(POINTER, '');
    const target = document.components?.schemas?.[name];
    if (target === undefined || within.includes(name)) return { type: name, fields: [], ...own };
    const shape = shapeOf(target, document, [...within, name]);
    return {
      ...shape,
      type: shape.fields.length > 0 ? name : shape.type,
      says: schema.description ?? shape.says,
    };
  }
  const parts = schema.anyOf ?? schema.oneOf;
  if (parts !== undefined) {
    const shapes = parts.map((part) => shapeOf(part, document, within));
    return { ...joined(shapes, ' | '), ...own };
  }
  if (schema.allOf !== undefined) {
    const shapes = schema.allOf.map((part) => shapeOf(part, document, within));
    const whole = joined(
      shapes.filter(({ type }) => type !== ANYTHING),
      ' & ',
    );
    return {
      ...whole,
      says: own.says ?? whole.says,
      fallback: own.fallback ?? shapes.find(({ fallback }) => fallback !== undefined)?.fallback,
    };
  }
  if (schema.items !== undefined) {
    const item = shapeOf(schema.items, document, within);
    const type = item.type.includes(' ') ? `(${item.type})[]` : `${item.type}[]`;
    return { type: orNull(type, schema), fields: item.fields, ...own };
  }
  const fields = Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    ...shapeOf(property, document, within),
    name,
    required: schema.required?.includes(name) === true,
  }));
  return { type: wordsFor(schema), fields, ...own };
}

const ANYTHING = 'any';

function joined(shapes: readonly Shape[], word: string): Shape {
  return {
    type: [...new Set(shapes.map(({ type }) => type))].join(word) || ANYTHING,
    says: shapes.find(({ says }) => says !== undefined)?.says,
    fields: shapes.flatMap(({ fields }) => fields),
  };
}

function wordsFor(schema: Schema): string {
  if (schema.enum !== undefined) return orNull(schema.enum.map(String).join(' | '), schema);
  const types = [schema.type ?? (schema.properties === undefined ? ANYTHING : 'object')].flat();
  return types
    .map((type) =>
      schema.format === undefined || type === 'null' ? type : `${type} (${schema.format})`,
    )
    .join(' | ');
}

function orNull(type: string, { type: types }: Schema): string {
  return Array.isArray(types) && types.includes('null') ? `${type} | null` : type;
}

function textOf(value: unknown): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value);
}
