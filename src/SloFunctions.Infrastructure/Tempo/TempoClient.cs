using System.Globalization;
using System.Net;
using System.Text.Json;
using Polly;

namespace SloFunctions.Infrastructure.Tempo;

/// <summary>Asks the HTTP API of Grafana Tempo.</summary>
public sealed class TempoClient(TempoConnection connection, TempoOptions options, TimeProvider clock)
{
    private readonly ResiliencePipeline pipeline = TempoResilience.Build(options.QueryTimeout, clock);

    /// <summary>Computes quantiles over the whole of some time.</summary>
    /// <returns>Seconds by share; null where the store computes none: an old one, one set up without metrics of traces, or for less time.</returns>
    internal async Task<IReadOnlyDictionary<double, double>?> QuantilesAsync(
        string query, DateTimeOffset start, DateTimeOffset end, CancellationToken cancellation)
    {
        // The instant form: quantiles of parts of the time cannot be put together.
        using var answer = await AskAsync($"api/metrics/query?{Parameters(query, start, end)}", cancellation);
        return answer is null ? null : TempoAnswer.ReadQuantiles(answer.RootElement);
    }

    /// <summary>Finds spans.</summary>
    /// <returns>The durations of what was found, in seconds, in any order; null where the store does not search.</returns>
    internal async Task<IReadOnlyList<double>?> DurationsAsync(
        string query, DateTimeOffset start, DateTimeOffset end, CancellationToken cancellation)
    {
        string limit = options.SearchLimit.ToString(CultureInfo.InvariantCulture);
        using var answer = await AskAsync($"api/search?{Parameters(query, start, end)}&limit={limit}&spss=1", cancellation);
        return answer is null ? null : TempoAnswer.ReadDurations(answer.RootElement);
    }

    private static string Parameters(string query, DateTimeOffset start, DateTimeOffset end) => string.Create(
        CultureInfo.InvariantCulture, $"q={Uri.EscapeDataString(query)}&start={start.ToUnixTimeSeconds()}&end={end.ToUnixTimeSeconds()}");

    private async Task<JsonDocument?> AskAsync(string path, CancellationToken cancellation) =>
        await pipeline.ExecuteAsync(async token => await SendAsync(path, token), cancellation);

    private async Task<JsonDocument?> SendAsync(string path, CancellationToken cancellation)
    {
        using var response = await connection.Http!.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, cancellation);
        if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest) return null;
        response.EnsureSuccessStatusCode();
        await response.Content.LoadIntoBufferAsync(options.MaxAnswerBytes, cancellation);
        await using var body = await response.Content.ReadAsStreamAsync(cancellation);
        return await JsonDocument.ParseAsync(body, cancellationToken: cancellation);
    }
}
