namespace SloFunctions.Application.Drift;

/// <summary>The instants that points are wanted for. Each point tells of the time up to its instant, as long as the rate window.</summary>
/// <param name="Last">The last instant, a whole number of steps since the epoch.</param>
/// <param name="Step">From each instant to the next; whole seconds.</param>
/// <param name="Count">How many; at least 1.</param>
/// <param name="RateWindow">What each point sums up; whole seconds.</param>
public readonly record struct PointSpan(DateTimeOffset Last, TimeSpan Step, int Count, TimeSpan RateWindow)
{
    /// <summary>The first instant.</summary>
    public DateTimeOffset First => Last - (Step * (Count - 1));

    /// <summary>The instants in <paramref name="length"/> up to <paramref name="now"/>, on whole steps.</summary>
    public static PointSpan UpTo(DateTimeOffset now, TimeSpan length, TimeSpan step, TimeSpan rateWindow) =>
        new(new DateTimeOffset(now.UtcTicks - (now.UtcTicks % step.Ticks), TimeSpan.Zero), step, Math.Max(1, (int)(length / step)), rateWindow);

    /// <summary>When the point at <paramref name="index"/> is.</summary>
    public DateTimeOffset TimeOf(int index) => First + (Step * index);

    /// <summary>Where the point of a time is; negative or beyond the count where there is none.</summary>
    public int IndexOf(DateTimeOffset time) => (int)Math.Floor((time - First) / Step);
}
