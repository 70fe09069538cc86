namespace SloFunctions.Domain.Maintenance;

/// <summary>A span of time, to the second. Both ends are instants, so that no change of clocks makes it longer or shorter.</summary>
public readonly record struct MaintenanceSpan
{
    /// <summary>Spans the time from <paramref name="start"/> up to <paramref name="end"/>; fractions of a second are cut off.</summary>
    /// <exception cref="ArgumentException">It would not last a second.</exception>
    public MaintenanceSpan(DateTimeOffset start, DateTimeOffset end)
    {
        Start = Second(start);
        End = Second(end);
        if (End <= Start) throw new ArgumentException("A span ends after it starts.", nameof(end));
    }

    /// <summary>Inclusive start, UTC.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>Exclusive end, UTC.</summary>
    public DateTimeOffset End { get; }

    /// <summary>How long it lasts.</summary>
    public TimeSpan Length => End - Start;

    /// <summary>Whether both have a time in common; one that begins where the other ends has not.</summary>
    public bool Overlaps(MaintenanceSpan other) => Start < other.End && other.Start < End;

    /// <summary>How long it lasts between two instants.</summary>
    public TimeSpan Within(DateTimeOffset from, DateTimeOffset to)
    {
        var first = Start > from ? Start : from;
        var last = End < to ? End : to;
        return last > first ? last - first : TimeSpan.Zero;
    }

    /// <summary>The second that an instant lies in, UTC.</summary>
    public static DateTimeOffset Second(DateTimeOffset instant) => new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
}
