using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Infrastructure.Prometheus;

/// <summary>What the answers say of one service in one hour.</summary>
internal sealed class HourlyCell
{
    private long good;
    private long total;
    private bool hasNonsense;

    public BucketTally Latency { get; } = new();

    public double? Throttled { get; set; }

    public void AddRequests(long? count, bool failed)
    {
        if (count is not { } known)
        {
            hasNonsense = true;
            return;
        }

        total += known;
        if (!failed) good += known;
    }

    public HourlySli ToSli(DateTimeOffset hour)
    {
        if (hasNonsense) return HourlySli.Unknown(hour);
        var (latency, defects) = Latency.ToHistogram(total);
        return new HourlySli(hour, new SliCounts(good, total), latency, Throttled, defects);
    }
}
