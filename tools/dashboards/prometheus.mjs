// A Prometheus that is asked as Grafana asks it. Series of which nothing is a number do not count: nobody would see them.
export class Prometheus {
  #url;

  constructor(url) {
    this.#url = url.replace(/\/$/, '');
  }

  // The values of a label among series of the last minutes that match.
  async labelValues(label, matcher) {
    return this.#ask(`/api/v1/label/${encodeURIComponent(label)}/values?${new URLSearchParams({ 'match[]': matcher, start: Date.now() / 1000 - 300 })}`);
  }

  async instant(expr) {
    const { result } = await this.#ask('/api/v1/query', { query: expr });
    return { series: result.filter(series => isNumber(series.value)).length };
  }

  // Up to this very moment.
  async range({ expr, seconds, step }) {
    const end = Date.now() / 1000;
    const start = end - Math.floor(seconds / step) * step;
    const { result } = await this.#ask('/api/v1/query_range', { query: expr, start, end, step });
    return { series: result.filter(series => series.values.some(isNumber)).length };
  }

  async #ask(path, form) {
    const request = { signal: AbortSignal.timeout(30_000), ...(form && { method: 'POST', body: new URLSearchParams(form) }) };
    const response = await fetch(this.#url + path, request).catch(error => {
      throw new Error(`${this.#url} does not answer: ${error.cause?.message ?? error.message}`);
    });
    const { status, data, error } = await response.json().catch(() => ({ error: `${this.#url} answered ${response.status}, and not as a Prometheus does` }));
    if (status !== 'success') throw new Error(error);
    return data;
  }
}

const isNumber = ([, value]) => value !== 'NaN';
