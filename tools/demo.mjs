// usage: node demo.mjs BASE-URL GRAPH-FILE
const [baseUrl] = process.argv.slice(2);
const response = await fetch(`${baseUrl}/api/v1/health`, { signal: AbortSignal.timeout(10_000) });
console.log(`GET /api/v1/health answered ${response.status}`);
process.exit(response.ok ? 0 : 1);
