// What the scripts of this folder share: how they read arguments, ask, and end.
import { parseArgs } from 'node:util';

/** Ends with exit code 2: what was asked for cannot be done. */
export function refuse(message) {
  console.error(`error: ${message}`);
  process.exit(2);
}

/** Options and positionals as `parseArgs` gives them; refuses what is not understood, with the usage. */
export function readArguments(usage, options, count) {
  let parsed;
  try {
    parsed = parseArgs({ allowPositionals: true, options: { ...options, help: { type: 'boolean', default: false } } });
  } catch (error) {
    refuse(`${error.message}\n${usage}`);
  }
  if (parsed.values.help) {
    console.log(usage);
    process.exit(0);
  }
  if (parsed.positionals.length !== count) refuse(usage);
  return parsed;
}

/** A number within a range; refuses anything else. */
export function number(name, text, least, most) {
  const value = Number(text);
  if (text === '' || !Number.isFinite(value) || value < least || value > most) refuse(`${name} needs a number between ${least} and ${most}, not '${text}'`);
  return value;
}

/** The address of an app, without a slash at its end. */
export function baseUrl(text) {
  let url;
  try {
    url = new URL(text);
  } catch {
    refuse(`'${text}' is no address`);
  }
  if (!['http:', 'https:'].includes(url.protocol)) refuse(`'${text}' is neither http nor https`);
  return url.href.replace(/\/$/, '');
}

/** An answer: status, headers, and the body as text and, where it is JSON, as a value. */
export async function ask(method, url, { key, body, timeout = 60_000 } = {}) {
  const headers = { ...(key && { 'x-api-key': key }), ...(body && { 'content-type': 'application/json' }) };
  const response = await fetch(url, { method, headers, body, redirect: 'manual', signal: AbortSignal.timeout(timeout) });
  const text = await response.text();
  const type = (response.headers.get('content-type') ?? '').split(';')[0];
  let json = null;
  if (/[/+]json$/.test(type)) {
    try {
      json = JSON.parse(text);
    } catch {
      throw new Error(`${method} ${new URL(url).pathname} answered ${response.status} with a body that is not the JSON it claims to be`);
    }
  }
  return { status: response.status, type, text, json };
}
