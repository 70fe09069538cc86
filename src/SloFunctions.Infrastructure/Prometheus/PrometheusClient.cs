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
    public async Task<IReadOnlyList<PrometheusSeries>> QueryHourlyAsync(
        string query, DateTimeOffset first, DateTimeOffset last, CancellationToken cancellation)
    {
        try
        {
            return await pipeline.ExecuteAsync(async token => await SendAsync(query, first, last, token), cancellation);
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
        string query, DateTimeOffset first, DateTimeOffset last, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/v1/query_range")
        {
            Content = new FormUrlEncodedContent(
            [
                new("query", query),
                new("start", first.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
                new("end", last.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
                new("step", "3600"),
            ]),
        };
        using var response = await connection.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        if (response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity)
            throw new FormatException($"The query was refused: {await response.Content.ReadAsStringAsync(cancellation)}");
        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync(cancellation);
        return await PrometheusAnswer.ReadMatrixAsync(body, cancellation);
    }
}
