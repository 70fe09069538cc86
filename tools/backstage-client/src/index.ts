export { SloFunctionsClient } from './client.js';
export type * as Api from './schemas.js';
export { ProblemError, type ProblemField } from './problem.js';
export type { CallOptions, ClientOptions } from './transport.js';
