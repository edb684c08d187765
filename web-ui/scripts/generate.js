// Writes the types of the services' own OpenAPI documents to src/lib/api/generated.
// MEDIANEST_OPENAPI names another folder than ../docs/openapi.
import { access, mkdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const root = resolve(import.meta.dirname, '..');
const documents = resolve(root, process.env['MEDIANEST_OPENAPI'] ?? '../docs/openapi');
const target = resolve(root, 'src/lib/api/generated');

await mkdir(target, { recursive: true });
for (const [service, name] of [
  ['auth-service', 'auth'],
  ['download-service', 'downloads'],
  ['media-request-service', 'media'],
  ['gateway-service', 'status'],
]) {
  const document = resolve(documents, `${service}.yaml`);
  try {
    await access(document);
  } catch {
    console.error(`There is no ${document}. Build the services first, or set MEDIANEST_OPENAPI.`);
    process.exit(1);
  }
  const types = await openapiTS(pathToFileURL(document), { alphabetize: false });
  await writeFile(resolve(target, `${name}.d.ts`), astToString(types));
}
