const local = ['127.0.0.1', 'localhost', '[::1]'];

/** Why load may not be put on an address; null when it may: on this machine, or on the one host that is named outright. */
export function objection(url, allowedHost) {
  const { hostname } = new URL(url);
  if (local.includes(hostname) || hostname === allowedHost) return null;
  return `${hostname} is not this machine. Load on it needs --allow-host ${hostname}.`;
}
