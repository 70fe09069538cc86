namespace SloFunctions.Application.Telemetry;

/// <summary>Finds what is left to be done once counts are up to the present.</summary>
public sealed class PlanIndicators(ISliStore counts, IAggregateStore aggregates, BackFillGaps gaps, TelemetryInstruments instruments)
{
    /// <summary>Looks it up.</summary>
    /// <returns>Null when nothing is stored, so that there is nothing to sum.</returns>
    public async Task<IndicatorPlan?> HandleAsync(CancellationToken cancellation)
    {
        if ((await counts.ReadStateAsync(cancellation)).Through is not { } through) return null;
        instruments.Observe(through);
        bool hasGaps = await gaps.AreThereAsync(through, cancellation);
        return new IndicatorPlan(through, hasGaps, await aggregates.ReadThroughAsync(cancellation) is { } computed && computed >= through);
    }
}
