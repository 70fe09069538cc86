// A Prometheus that is asked as Grafana asks it. Series of which nothing is a number do not count: nobody would see them.
export class Prometheus {
  #url;

  constructor(url) {
    this.#url = url.replace(/\/$/, '');
  }

  // The values of a label among series that match.
  async labelValues(label, matcher) {
    const query = new URLSearchParams({ 'match[]': matcher, start: String(Date.now() / 1000 - 300) });
    return this.#get(`/api/v1/label/${encodeURIComponent(label)}/values?${query}`);
  }

  async instant(expr) {
    const { result } = await this.#post('/api/v1/query', { query: expr });
    const numbers = result.filter(series => isNumber(series.value[1]));
    return { series: numbers.length };
  }

  // From the seconds before now to this very moment.
  async range({ expr, seconds, step }) {
    const end = Date.now() / 1000;
    const start = end - Math.floor(seconds / step) * step;
    const { result } = await this.#post('/api/v1/query_range', { query: expr, start, end, step });
    const numbers = result.filter(series => series.values.some(([, value]) => isNumber(value)));
    return { series: numbers.length };
  }

  #get(path) {
    return this.#answer(fetch(this.#url + path, { signal: AbortSignal.timeout(30_000) }));
  }

  #post(path, parameters) {
    return this.#answer(fetch(this.#url + path, { method: 'POST', body: new URLSearchParams(parameters), signal: AbortSignal.timeout(30_000) }));
  }

  async #answer(request) {
    const response = await request;
    const { status, data, error } = await response.json();
    if (status !== 'success') throw new Error(error);
    return data;
  }
}

const isNumber = text => text !== 'NaN';
