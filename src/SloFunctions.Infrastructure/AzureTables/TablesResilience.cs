using Polly;
using Polly.CircuitBreaker;

namespace SloFunctions.Infrastructure.AzureTables;

/// <summary>How taking tokens withstands a table service in trouble: without being tried again, since a request waits.</summary>
internal static class TablesResilience
{
    /// <summary>A breaker that opens when half of the attempts of 30 seconds failed, two at least, around a time limit.</summary>
    public static ResiliencePipeline Build(RateLimitOptions options, TimeProvider clock) => new ResiliencePipelineBuilder { TimeProvider = clock }
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            // Whatever it is: nobody cancels these attempts, and any answer that cannot be read is as good as none.
            ShouldHandle = new PredicateBuilder().Handle<Exception>(),
            FailureRatio = 0.5,
            MinimumThroughput = 2,
            SamplingDuration = TimeSpan.FromSeconds(30),
            BreakDuration = options.BreakDuration,
        })
        .AddTimeout(options.Timeout)
        .Build();
}
