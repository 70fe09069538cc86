namespace SloFunctions.Application.Drift;

/// <summary>Ends a sweep.</summary>
public sealed class CompleteDriftSweep(DriftInstruments instruments, TimeProvider clock)
{
    /// <summary>Notes how long it took.</summary>
    /// <returns>How long that was.</returns>
    public TimeSpan Handle(DriftSweepEnd end)
    {
        var elapsed = clock.GetUtcNow() - end.Began;
        instruments.RecordRun(elapsed);
        return elapsed;
    }
}
