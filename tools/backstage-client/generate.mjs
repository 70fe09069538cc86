// Writes from docs/openapi.json a type for each schema, src/schemas.ts, and a method for each operation, src/client.ts.
// With --check it only compares.
import { readFile, writeFile } from 'node:fs/promises';

const source = new URL('../../docs/openapi.json', import.meta.url);
const document = JSON.parse(await readFile(source, 'utf8'));

const camel = name => name.replaceAll(/[_-]([a-z0-9])/gi, (_, letter) => letter.toUpperCase()).replace(/^[A-Z]/, letter => letter.toLowerCase());
// Among the operations schemas stand in a namespace of their own: one of them may be called Promise.
let namespace = '';
const named = reference => namespace + reference.split('/').at(-1);
const comment = (text, indent) => (text ? `${indent}/** ${text.replaceAll('*/', '*\u200b/').replaceAll('\n', ' ')} */\n` : '');
const key = name => (/^[a-z_]\w*$/i.test(name) ? name : `'${name}'`);

function type(schema, indent = '') {
  const plain = plainType(schema, indent);
  return schema.nullable && plain !== 'unknown' ? `${plain} | null` : plain;
}

function plainType(schema, indent) {
  if (schema.$ref) return named(schema.$ref);
  if (schema.allOf) return schema.allOf.map(part => type(part, indent)).join(' & ');
  if (schema.oneOf) return schema.oneOf.map(part => type(part, indent)).join(' | ');
  if (schema.enum) return schema.enum.filter(value => value !== null).map(value => JSON.stringify(value).replaceAll('"', "'")).join(' | ');
  switch (schema.type) {
    case 'string': return 'string';
    case 'boolean': return 'boolean';
    case 'integer':
    case 'number': return 'number';
    case 'array': return `ReadonlyArray<${type(schema.items, indent)}>`;
    case 'object': return object(schema, indent);
    default: return 'unknown';
  }
}

function object(schema, indent) {
  const rest = schema.additionalProperties;
  if (!schema.properties) return rest === false ? 'Record<string, never>' : `Readonly<Record<string, ${rest && rest !== true ? type(rest, indent) : 'unknown'}>>`;
  const inner = `${indent}  `;
  const lines = Object.entries(schema.properties).map(([name, property]) =>
    `${comment(property.description, inner)}${inner}readonly ${key(name)}${schema.required?.includes(name) ? '' : '?'}: ${type(property, inner)};`);
  if (rest !== false) lines.push(`${inner}readonly [further: string]: unknown;`);
  return `{\n${lines.join('\n')}\n${indent}}`;
}

function schemas() {
  return Object.entries(document.components.schemas)
    .map(([name, schema]) => `${comment(schema.description, '')}export type ${name} = ${type(schema)};`).join('\n\n');
}

function method(path, verb, operation) {
  const parameters = operation.parameters ?? [];
  const inPath = parameters.filter(parameter => parameter.in === 'path');
  const inQuery = parameters.filter(parameter => parameter.in === 'query');
  const [status, answer] = Object.entries(operation.responses).find(([code]) => code.startsWith('2'));
  const body = operation.requestBody;
  const conditional = '304' in operation.responses;
  const result = answer.content ? type(Object.values(answer.content)[0].schema) : 'void';
  const signature = [
    ...inPath.map(parameter => `${camel(parameter.name)}: string`),
    ...(body ? [`body${body.required ? '' : '?'}: ${type(body.content['application/json'].schema)}`] : []),
    ...(inQuery.length ? [`query: { ${inQuery.map(parameter => `readonly ${parameter.name}?: ${type(parameter.schema)}`).join('; ')} } = {}`] : []),
    'options: CallOptions = {}',
  ];
  const target = path.replaceAll(/\{(\w+)\}/g, (_, name) => `\${encodeURIComponent(${camel(name)})}`);
  const call = [`method: '${verb.toUpperCase()}'`, `path: \`${target}\``, ...(inQuery.length ? ['query'] : []), ...(body ? ['body'] : []), 'options'];
  return `${comment(operation.summary, '  ')}  ${camel(operation.operationId)}(${signature.join(', ')}): Promise<${result}> {
    return this.${conditional ? 'requestKept' : 'request'}<${result}>({ ${call.join(', ')} }, ${status});
  }`;
}

function operations() {
  const methods = [];
  for (const [path, item] of Object.entries(document.paths)) {
    for (const [verb, operation] of Object.entries(item)) {
      // What HEAD tells, a conditional GET tells as well.
      if (verb !== 'head') methods.push(method(path, verb, operation));
    }
  }
  return methods.join('\n\n');
}

const notice = '// Written by generate.mjs from docs/openapi.json; do not edit.\n';
const files = { 'src/schemas.ts': `${notice}\n${schemas()}\n` };
namespace = 'Api.';
files['src/client.ts'] = `${notice}import type * as Api from './schemas.js';
import { Transport, type CallOptions } from './transport.js';

/** The operations of the API. */
export class SloFunctionsClient extends Transport {
${operations()}
}
`;

for (const [name, text] of Object.entries(files)) {
  const target = new URL(name, import.meta.url);
  if (!process.argv.includes('--check')) await writeFile(target, text);
  else if ((await readFile(target, 'utf8').catch(() => '')) !== text) {
    console.error(`${name} is outdated; node tools/backstage-client/generate.mjs writes it anew.`);
    process.exitCode = 1;
  }
}
