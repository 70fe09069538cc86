using System.Globalization;
using SloFunctions.Domain.Telemetry;
using SloFunctions.Infrastructure.Prometheus;

namespace SloFunctions.Benchmarks.Harness;

/// <summary>The queries that the aggregation asks for every window, their answers read and thrown away: the least it can take.</summary>
public static class GroupedQueries
{
    /// <summary>Asks them for every day of a span.</summary>
    /// <returns>The length of the longest answer, in bytes.</returns>
    public static async Task<long> RunAsync(
        PrometheusConnection connection, PrometheusOptions options, DateTimeOffset start, DateTimeOffset end, CancellationToken cancellation)
    {
        var queries = new TelemetryQueries(options);
        long longest = 0;
        byte[] buffer = new byte[64 * 1024];
        for (var day = start; day < end; day = day.AddDays(1))
        {
            var last = day.AddDays(1) < end ? day.AddDays(1) : end;
            var window = new TimeWindow(day, last);
            string[] all =
            [
                queries.Requests.Steady(null), queries.Requests.Unsteady(null),
                queries.Latency.Steady(null), queries.Latency.Unsteady(null),
                queries.Throttling(null),
            ];
            foreach (string query in all)
            {
                using var content = new FormUrlEncodedContent(
                [
                    new("query", query),
                    new("start", window.Start.AddHours(1).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
                    new("end", window.End.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
                    new("step", "3600"),
                ]);
                using var response = await connection.Http.PostAsync(new Uri("api/v1/query_range", UriKind.Relative), content, cancellation);
                response.EnsureSuccessStatusCode();
                await using var body = await response.Content.ReadAsStreamAsync(cancellation);
                long length = 0;
                while (await body.ReadAsync(buffer, cancellation) is > 0 and int read) length += read;
                longest = Math.Max(longest, length);
            }
        }

        return longest;
    }
}
