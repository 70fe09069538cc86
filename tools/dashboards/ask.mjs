// Asks a Prometheus whatever the dashboards ask, and prints how many series each query was answered with.
// usage: node ask.mjs PROMETHEUS-URL [--scrape SECONDS]
// The exit code is 1 when a query has no answer; those are named at the end. It is 2 when nothing could be asked.
import { generate, readDescription } from './generate.mjs';
import { Prometheus } from './prometheus.mjs';
import { queries, resolveVariables } from './queries.mjs';

async function ask(prometheus, scrape) {
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
      const { series, error } = await (query.range ? prometheus.range(query) : prometheus.instant(query.expr)).catch(failure => ({ series: 0, error: failure.message }));
      asked++;
      if (series > 0) answered++;
      else unanswered.push(`${dashboard.title} / ${query.panel} / ${query.legend}: ${error ?? 'no numbers'}\n    ${query.expr}`);
      console.log(`  ${String(series).padStart(5)} ${query.range ? 'lines ' : 'values'}  ${query.panel} / ${query.legend}`);
    }
  }
  console.log(`\n${asked} queries, ${answered} answered`);
  if (unanswered.length > 0) console.error(`\nWithout an answer:\n  ${unanswered.join('\n  ')}`);
  return unanswered.length > 0 ? 1 : 0;
}

// Grafana supposes 15 seconds, too, unless told.
function parse([url, ...options]) {
  const scrape = options.length === 0 ? 15 : options.length === 2 && options[0] === '--scrape' ? Number(options[1]) : NaN;
  return URL.canParse(url ?? '') && scrape > 0 ? { url, scrape } : null;
}

const parsed = parse(process.argv.slice(2));
if (parsed === null) {
  console.error('usage: ./slo dashboards --ask PROMETHEUS-URL [--scrape SECONDS]');
  process.exitCode = 2;
} else {
  process.exitCode = await ask(new Prometheus(parsed.url), parsed.scrape).catch(error => {
    console.error(`error: ${error.message}`);
    return 2;
  });
}
