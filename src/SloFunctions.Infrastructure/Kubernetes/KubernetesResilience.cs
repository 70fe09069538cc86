using System.Net;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace SloFunctions.Infrastructure.Kubernetes;

/// <summary>How requests withstand an API server in trouble.</summary>
internal static class KubernetesResilience
{
    /// <summary>The longest wait that a server's <c>Retry-After</c> can ask for.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Three retries after 1, 2 and 4 seconds or what the server asks for, around a time limit for each attempt. No breaker:
    /// one run every few minutes is no load.
    /// </summary>
    public static ResiliencePipeline<HttpResponseMessage> Build(TimeSpan attemptTimeout, TimeProvider clock) =>
        new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                ShouldHandle = new PredicateBuilder<HttpResponseMessage>()
                    .HandleResult(IsTransient)
                    .Handle<HttpRequestException>(e => e.HttpRequestError != HttpRequestError.ConfigurationLimitExceeded)
                    .Handle<TimeoutRejectedException>()
                    .Handle<IOException>(),
                MaxRetryAttempts = 3,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromSeconds(1),
                UseJitter = false,
                DelayGenerator = attempt => ValueTask.FromResult(Asked(attempt.Outcome.Result, clock.GetUtcNow())),
            })
            .AddTimeout(attemptTimeout)
            .Build();

    private static bool IsTransient(HttpResponseMessage response) =>
        response.StatusCode == HttpStatusCode.TooManyRequests || (int)response.StatusCode >= 500;

    private static TimeSpan? Asked(HttpResponseMessage? response, DateTimeOffset now)
    {
        var asked = response?.Headers.RetryAfter is { } header ? header.Delta ?? header.Date - now : null;
        return asked is { } wait ? TimeSpan.FromTicks(Math.Clamp(wait.Ticks, 0, LongestWait.Ticks)) : null;
    }
}
