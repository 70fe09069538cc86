using Microsoft.Extensions.Logging;
using Polly;
using SloFunctions.Application.RateLimits;
using SloFunctions.Domain.RateLimits;

namespace SloFunctions.Infrastructure.AzureTables;

/// <summary>
/// Counts requests of all instances together, in a table. An instance takes several tokens at a time and spends them without
/// asking again; where the table is out of reach it counts by itself.
/// </summary>
public sealed class LeasedRateLimiter : IRateLimiter
{
    // Each round serves somebody; so many without a token mean that others are served all the time.
    private const int MostRounds = 32;

    private readonly SharedBuckets? shared;
    private readonly RateLimitInstruments instruments;
    private readonly TimeProvider clock;
    private readonly ResiliencePipeline pipeline;
    private readonly LeaseTerms terms;
    private readonly TableOutage outage;
    private readonly BucketMap buckets;

    /// <summary>Creates the limiter. Nothing is sent yet.</summary>
    public LeasedRateLimiter(RateLimitTable table, RateLimitOptions options, RateLimitInstruments instruments, TimeProvider clock, ILogger<LeasedRateLimiter> log)
    {
        shared = table.Client is { } client ? new SharedBuckets(client, clock) : null;
        (this.instruments, this.clock) = (instruments, clock);
        pipeline = TablesResilience.Build(options, clock);
        terms = new LeaseTerms(options.LeaseShare, clock);
        outage = new TableOutage(options.Timeout, clock, log);
        buckets = new BucketMap(options.MaxBuckets, clock);
    }

    /// <inheritdoc/>
    public ValueTask<RateDecision> TakeAsync(string client, string operation, int perMinute, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested) return ValueTask.FromCanceled<RateDecision>(cancellation);
        if (perMinute < 1) return new(new RateDecision(false, 0, 0, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1)));
        int limit = Math.Min(perMinute, TokenBucket.HighestLimit);
        long at = clock.GetTimestamp();
        var bucket = buckets.Of(client, operation, at);
        if (shared is null) return new(bucket.TakeAlone(limit));
        if (bucket.TrySpend(limit, at, out var decision, out bool isTimeForNext))
        {
            if (isTimeForNext && !outage.IsOn) _ = bucket.StartLease(Leasing(limit));
            return new(decision);
        }

        if (!outage.IsOn) return LeaseAndSpendAsync(bucket, limit, cancellation);
        if (outage.MayTry(at)) _ = bucket.StartLease(Leasing(limit));
        return new(TakeAlone(bucket, limit));
    }

    private async ValueTask<RateDecision> LeaseAndSpendAsync(LeasedBucket bucket, int limit, CancellationToken cancellation)
    {
        for (int round = 0; round < MostRounds; round++)
        {
            if (bucket.IsEmpty(limit, out var refusal)) return refusal;
            if (!await bucket.WaitForLeaseAsync(Leasing(limit), cancellation)) return TakeAlone(bucket, limit);
            if (bucket.TrySpend(limit, clock.GetTimestamp(), out var decision, out _)) return decision;
        }

        var patience = TimeSpan.FromSeconds(1);
        return new RateDecision(false, limit, 0, patience, patience);
    }

    private RateDecision TakeAlone(LeasedBucket bucket, int limit)
    {
        instruments.CountFallback();
        return bucket.TakeAlone(limit);
    }

    private Func<LeasedBucket, Task<bool>> Leasing(int limit) => bucket => LeaseAsync(bucket, limit);

    // Shared by all who wait, so that none of them may cancel it for the others.
    private async Task<bool> LeaseAsync(LeasedBucket bucket, int limit)
    {
        long from = clock.GetTimestamp();
        var asked = clock.GetUtcNow();
        try
        {
            var (tokens, row) = bucket.Need(limit, terms, from);
            var grant = await pipeline.ExecuteAsync(
                async token => await shared!.TakeAsync(bucket.Partition, bucket.Name, limit, tokens, row, token), CancellationToken.None);
            bucket.Receive(grant, limit, from, asked, terms.Until(from));
            outage.End();
            return true;
        }
        catch (Exception failure)
        {
            // Whatever it is, a request must not fail because it cannot be counted.
            bucket.Fail();
            outage.Begin(failure);
            return false;
        }
    }
}
