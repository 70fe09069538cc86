using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace SloFunctions.Infrastructure.Prometheus;

/// <summary>How queries withstand a metric store in trouble.</summary>
internal static class PrometheusResilience
{
    /// <summary>How long the breaker stays open.</summary>
    public static readonly TimeSpan BreakDuration = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Three retries after 1, 2 and 4 seconds, around a breaker that opens for 30 seconds after ten failures without a
    /// success within ten minutes, around a time limit for each attempt. Ten minutes, so that even attempts which all run
    /// into their time limit add up.
    /// </summary>
    public static ResiliencePipeline Build(TimeSpan attemptTimeout, TimeProvider clock, CircuitBreakerStateProvider? state = null)
    {
        var failures = new PredicateBuilder().Handle<HttpRequestException>().Handle<TimeoutRejectedException>().Handle<IOException>();
        return new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = failures,
                MaxRetryAttempts = 3,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromSeconds(1),
                UseJitter = false,
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                ShouldHandle = failures,
                FailureRatio = 1,
                MinimumThroughput = 10,
                SamplingDuration = TimeSpan.FromMinutes(10),
                BreakDuration = BreakDuration,
                StateProvider = state,
            })
            .AddTimeout(attemptTimeout)
            .Build();
    }
}
