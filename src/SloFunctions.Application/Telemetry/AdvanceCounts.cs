namespace SloFunctions.Application.Telemetry;

/// <summary>Notes how far the hours of all services are stored without a gap in between, so that the next run goes on from there.</summary>
public sealed class AdvanceCounts(ISliStore store)
{
    /// <summary>Notes it; never moves backwards.</summary>
    /// <param name="through">The end of the last hour, with all before it stored.</param>
    /// <param name="cancellation">Ends the call early.</param>
    public Task HandleAsync(DateTimeOffset through, CancellationToken cancellation) => store.AdvanceAsync(through, cancellation);
}
