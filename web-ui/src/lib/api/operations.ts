type Json<Content> = Content extends { content: { 'application/json': infer Body } } ? Body : never;

/** What an operation is sent, read off the service's own document. */
export type RequestOf<Operation> = Operation extends { requestBody?: infer Body }
  ? Json<NonNullable<Body>>
  : never;

/** What an operation answers when it succeeds. */
export type AnswerOf<Operation> = Operation extends { responses: infer Responses }
  ? Json<Responses[keyof Responses & (200 | 201 | 202)]>
  : never;
