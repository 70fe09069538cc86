// Asks a Prometheus whatever the dashboards ask, and prints how many series each query was answered with.
// usage: node ask.mjs PROMETHEUS-URL [--scrape SECONDS]
// The exit code is 1 when a query has no answer; those are named at the end.
import { generate, readDescription } from './generate.mjs';
import { Prometheus } from './prometheus.mjs';
import { queries, resolveVariables } from './queries.mjs';

const [url, ...options] = process.argv.slice(2);
const scrape = options.length === 0 ? 15 : Number(options[1]);
if (!url || !(scrape > 0) || (options.length > 0 && (options.length !== 2 || options[0] !== '--scrape'))) {
  console.error('usage: ./slo dashboards --ask PROMETHEUS-URL [--scrape SECONDS]');
  process.exit(2);
}

const prometheus = new Prometheus(url);
const unanswered = [];
let [asked, answered] = [0, 0];
for (const text of generate(await readDescription()).values()) {
  const dashboard = JSON.parse(text);
  console.log(`\n${dashboard.title}`);
  const values = await resolveVariables(dashboard, prometheus);
  for (const [name, value] of Object.entries(values)) {
    if (value === null) unanswered.push(`${dashboard.title}: $${name} has no values`);
  }
  for (const query of queries(dashboard, values, scrape)) {
    const answer = await (query.range ? prometheus.range(query) : prometheus.instant(query.expr)).catch(error => ({ series: 0, samples: 0, error: error.message }));
    asked++;
    console.log(`  ${String(answer.series).padStart(5)} ${query.range ? 'lines ' : 'values'}  ${query.panel} / ${query.legend}`);
    if (answer.series > 0) answered++;
    else unanswered.push(`${dashboard.title} / ${query.panel} / ${query.legend}: ${answer.error ?? 'nothing but what is no number'}\n    ${query.expr}`);
  }
}
console.log(`\n${asked} queries, ${answered} answered`);
if (unanswered.length > 0) {
  console.error(`\nWithout an answer:\n  ${unanswered.join('\n  ')}`);
  process.exitCode = 1;
}
