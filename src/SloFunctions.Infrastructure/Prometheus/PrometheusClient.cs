using System.Globalization;
using System.Net;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;
using SloFunctions.Application.Failures;

namespace SloFunctions.Infrastructure.Prometheus;

/// <summary>Asks a Prometheus-compatible HTTP API.</summary>
public sealed class PrometheusClient(PrometheusConnection connection, PrometheusOptions options, TimeProvider clock)
{
    /// <summary>The name of this dependency in problems and health reports.</summary>
    public const string Name = "prometheus";

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(30);

    private readonly ResiliencePipeline pipeline = PrometheusResilience.Build(options.QueryTimeout, clock);

    /// <summary>Evaluates a query at <paramref name="first"/> and every hour after it up to <paramref name="last"/>.</summary>
    /// <exception cref="DependencyUnavailableException">The server does not answer, refuses the query or answers nonsense.</exception>
    public Task<IReadOnlyList<PrometheusSeries>> QueryHourlyAsync(
        string query, DateTimeOffset first, DateTimeOffset last, CancellationToken cancellation)
    {
        KeyValuePair<string, string>[] form = [new("query", query), new("start", Seconds(first)), new("end", Seconds(last)), new("step", "3600")];
        return AskAsync("api/v1/query_range", form, PrometheusAnswer.ReadMatrixAsync, cancellation);
    }

    /// <summary>Evaluates a query at one time, taken to the second.</summary>
    /// <exception cref="DependencyUnavailableException">The server does not answer, refuses the query or answers nonsense.</exception>
    public Task<IReadOnlyList<PrometheusSeries>> QueryAtAsync(string query, DateTimeOffset time, CancellationToken cancellation) =>
        AskAsync("api/v1/query", [new("query", query), new("time", Seconds(time))], PrometheusAnswer.ReadVectorAsync, cancellation);

    private async Task<IReadOnlyList<PrometheusSeries>> AskAsync(
        string path, KeyValuePair<string, string>[] form, Read read, CancellationToken cancellation)
    {
        try
        {
            return await pipeline.ExecuteAsync(async token => await SendAsync(path, form, read, token), cancellation);
        }
        catch (BrokenCircuitException e)
        {
            throw new DependencyUnavailableException(Name, e.RetryAfter ?? PrometheusResilience.BreakDuration, e);
        }
        catch (Exception e) when (e is HttpRequestException or TimeoutRejectedException or IOException or FormatException)
        {
            throw new DependencyUnavailableException(Name, RetryAfter, e);
        }
    }

    private async Task<IReadOnlyList<PrometheusSeries>> SendAsync(
        string path, KeyValuePair<string, string>[] form, Read read, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(form) };
        using var response = await connection.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        if (response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity)
            throw new FormatException($"The query was refused: {await response.Content.ReadAsStringAsync(cancellation)}");
        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync(cancellation);
        return await read(body, cancellation);
    }

    private static string Seconds(DateTimeOffset time) => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private delegate Task<IReadOnlyList<PrometheusSeries>> Read(Stream body, CancellationToken cancellation);
}
