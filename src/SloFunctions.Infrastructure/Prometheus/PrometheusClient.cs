using System.Globalization;
using System.Net;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;
using SloFunctions.Application.Failures;
using SloFunctions.Infrastructure.Credentials;

namespace SloFunctions.Infrastructure.Prometheus;

/// <summary>Asks a Prometheus-compatible HTTP API. What is too large to be asked at once is asked for in shorter ranges.</summary>
public sealed class PrometheusClient(
    PrometheusConnection connection, PrometheusOptions options, TimeProvider clock, PrometheusInstruments? instruments = null)
{
    /// <summary>The name of this dependency in problems and health reports.</summary>
    public const string Name = "prometheus";

    // Of a refusal; stores say what is wrong at once.
    private const int MostWords = 1000;

    private const string Instant = "instant";
    private const string Range = "range";

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(30);

    private readonly ResiliencePipeline pipeline = PrometheusResilience.Build(options.QueryTimeout, clock, instruments?.BreakerState);

    /// <summary>Evaluates a query at <paramref name="first"/> and every hour after it up to <paramref name="last"/>.</summary>
    /// <exception cref="DependencyUnavailableException">The server does not answer, refuses the query or answers nonsense.</exception>
    public Task<IReadOnlyList<PrometheusSeries>> QueryHourlyAsync(
        string query, DateTimeOffset first, DateTimeOffset last, CancellationToken cancellation) =>
        QueryRangeAsync(query, first, last, TimeSpan.FromHours(1), cancellation);

    /// <summary>Evaluates a query at <paramref name="first"/> and every step after it up to <paramref name="last"/>.</summary>
    /// <exception cref="DependencyUnavailableException">The server does not answer, refuses the query or answers nonsense.</exception>
    public Task<IReadOnlyList<PrometheusSeries>> QueryRangeAsync(
        string query, DateTimeOffset first, DateTimeOffset last, TimeSpan step, CancellationToken cancellation) =>
        TranslateAsync(Range, () => AskInPartsAsync(query, QueryRange.Between(first, last, step), cancellation));

    /// <summary>Evaluates a query at one time, taken to the second.</summary>
    /// <exception cref="DependencyUnavailableException">The server does not answer, refuses the query or answers nonsense.</exception>
    public Task<IReadOnlyList<PrometheusSeries>> QueryAtAsync(string query, DateTimeOffset time, CancellationToken cancellation) =>
        TranslateAsync(Instant, () => AskAsync(Instant, [new("query", query), new("time", Seconds(time))], PrometheusAnswerParser.Vector, cancellation));

    private async Task<T> TranslateAsync<T>(string type, Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (BrokenCircuitException e)
        {
            instruments?.RecordOpenCircuit(type);
            throw new DependencyUnavailableException(Name, e.RetryAfter ?? PrometheusResilience.BreakDuration, e);
        }
        catch (Exception e) when (e is HttpRequestException or TimeoutRejectedException or IOException or FormatException
            or QueryRefusedException or CredentialException)
        {
            throw new DependencyUnavailableException(Name, RetryAfter, e);
        }
    }

    private async Task<IReadOnlyList<PrometheusSeries>> AskInPartsAsync(string query, QueryRange whole, CancellationToken cancellation)
    {
        var answers = new List<IReadOnlyList<PrometheusSeries>>();
        var ahead = new Stack<QueryRange>(whole.InPartsOf(QueryRange.MostPoints).Reverse());
        while (ahead.TryPop(out var range))
        {
            try
            {
                answers.Add(await AskRangeAsync(query, range, cancellation));
            }
            catch (QueryRefusedException e) when (e.IsTooLarge && range.Points > 1)
            {
                foreach (var half in range.InPartsOf((range.Points + 1) / 2).Reverse()) ahead.Push(half);
            }
        }

        return PrometheusSeries.Join(answers);
    }

    private Task<IReadOnlyList<PrometheusSeries>> AskRangeAsync(string query, QueryRange range, CancellationToken cancellation)
    {
        string step = ((long)range.Step.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        KeyValuePair<string, string>[] form = [new("query", query), new("start", Seconds(range.First)), new("end", Seconds(range.Last)), new("step", step)];
        return AskAsync(Range, form, PrometheusAnswerParser.Matrix, cancellation);
    }

    private async Task<IReadOnlyList<PrometheusSeries>> AskAsync(
        string type, KeyValuePair<string, string>[] form, Func<PrometheusAnswerParser> parser, CancellationToken cancellation)
    {
        string path = type == Range ? "api/v1/query_range" : "api/v1/query";
        return await pipeline.ExecuteAsync(async token => await AttemptAsync(token), cancellation);

        Task<IReadOnlyList<PrometheusSeries>> AttemptAsync(CancellationToken token) => instruments is null
            ? SendAsync(path, form, parser(), token)
            : instruments.ObserveAsync(type, form[0].Value, () => SendAsync(path, form, parser(), token), cancellation);
    }

    private async Task<IReadOnlyList<PrometheusSeries>> SendAsync(
        string path, KeyValuePair<string, string>[] form, PrometheusAnswerParser parser, CancellationToken cancellation)
    {
        // As a form: queries that name a hundred services are longer than what servers take as an address.
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(form) };
        using var response = await connection.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        await using var body = await response.Content.ReadAsStreamAsync(cancellation);
        if (IsRefusal(response.StatusCode)) throw await RefusalAsync(response.StatusCode, body, cancellation);
        response.EnsureSuccessStatusCode();
        return await PrometheusAnswer.ReadAsync(body, parser, options.MaxAnswerBytes, cancellation);
    }

    // Asking again would give the same: a wrong query or credential, or the way to a page for signing in.
    private static bool IsRefusal(HttpStatusCode status) =>
        (int)status is >= 300 and < 500 && status is not (HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests);

    private static async Task<QueryRefusedException> RefusalAsync(HttpStatusCode status, Stream body, CancellationToken cancellation)
    {
        var text = new char[MostWords];
        using var reader = new StreamReader(body);
        int length = await reader.ReadBlockAsync(text, cancellation);
        string words = $"The query was refused with status {(int)status}: {new string(text, 0, length)}";
        // Failures in the evaluation: too many samples, chunks or series. What exactly, each store says in its own words.
        return status == HttpStatusCode.UnprocessableEntity ? QueryRefusedException.TooLarge(words) : QueryRefusedException.Of(words);
    }

    private static string Seconds(DateTimeOffset time) => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
