// What every client of the local OpenID provider uses: it listens on 127.0.0.1 only and guards nothing.
export const resource = 'urn:slo-functions';
export const secret = 'local-only';
