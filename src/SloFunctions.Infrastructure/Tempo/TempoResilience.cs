using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;
using SloFunctions.Infrastructure.Credentials;

namespace SloFunctions.Infrastructure.Tempo;

/// <summary>How questions withstand a trace store in trouble: without being asked again, since the histogram answers them as well.</summary>
internal static class TempoResilience
{
    /// <summary>A breaker that opens for 30 seconds after ten failures without a success within ten minutes, around a time limit.</summary>
    public static ResiliencePipeline Build(TimeSpan timeout, TimeProvider clock) => new ResiliencePipelineBuilder { TimeProvider = clock }
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<HttpRequestException>().Handle<TimeoutRejectedException>().Handle<IOException>().Handle<CredentialException>(),
            FailureRatio = 1,
            MinimumThroughput = 10,
            SamplingDuration = TimeSpan.FromMinutes(10),
            BreakDuration = TimeSpan.FromSeconds(30),
        })
        .AddTimeout(timeout)
        .Build();
}
