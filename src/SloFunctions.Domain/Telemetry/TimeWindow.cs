namespace SloFunctions.Domain.Telemetry;

/// <summary>A span of whole UTC hours.</summary>
public readonly record struct TimeWindow
{
    /// <summary>Spans the hours from <paramref name="start"/> up to <paramref name="end"/>.</summary>
    /// <exception cref="ArgumentException">An end is not a whole hour, or the end lies before the start.</exception>
    public TimeWindow(DateTimeOffset start, DateTimeOffset end)
    {
        if (HourOf(start) != start) throw new ArgumentException("A window begins at a whole hour.", nameof(start));
        if (HourOf(end) != end || end < start) throw new ArgumentException("A window ends at a whole hour, not before it begins.", nameof(end));
        Start = start.ToUniversalTime();
        End = end.ToUniversalTime();
    }

    /// <summary>Inclusive start.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>Exclusive end; never earlier than <see cref="Start"/>.</summary>
    public DateTimeOffset End { get; }

    /// <summary>The number of hours spanned.</summary>
    public int Hours => (int)(End - Start).TotalHours;

    /// <summary>The whole UTC days inside; empty, at the end, where there is none.</summary>
    public TimeWindow WholeDays
    {
        get
        {
            var first = DayOf(Start.AddDays(1).AddTicks(-1));
            var last = DayOf(End);
            return first < last ? new TimeWindow(first, last) : new TimeWindow(End, End);
        }
    }

    /// <summary>The last <paramref name="days"/> × 24 complete hours before <paramref name="now"/>.</summary>
    public static TimeWindow LastDays(int days, DateTimeOffset now) => new(HourOf(now).AddDays(-days), HourOf(now));

    /// <summary>The whole hour that <paramref name="instant"/> lies in, UTC.</summary>
    public static DateTimeOffset HourOf(DateTimeOffset instant) =>
        new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);

    /// <summary>The UTC day that <paramref name="instant"/> lies in, by its start.</summary>
    public static DateTimeOffset DayOf(DateTimeOffset instant) =>
        new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerDay), TimeSpan.Zero);

    /// <summary>The position of <paramref name="hour"/> counted from the start; negative or past the end when outside.</summary>
    public int IndexOf(DateTimeOffset hour) => (int)Math.Floor((hour - Start).TotalHours);
}
