using System.Numerics;

namespace SloFunctions.LocalHost.Timers;

/// <summary>A schedule written as NCRONTAB: <c>second minute hour day month day-of-week</c>, or the same without seconds.</summary>
/// <remarks>A date is due when its day, its month and its day of the week all match; unlike in cron, none replaces another.</remarks>
public sealed class NcrontabSchedule : ISchedule
{
    // After 400 years the calendar repeats, days of the week included.
    private const int DaysInCalendarCycle = 146_097;

    private readonly ulong seconds;
    private readonly ulong minutes;
    private readonly ulong hours;
    private readonly ulong days;
    private readonly ulong months;
    private readonly ulong weekdays;

    private NcrontabSchedule(ulong[] fields) =>
        (seconds, minutes, hours, days, months, weekdays) = (fields[0], fields[1], fields[2], fields[3], fields[4], fields[5]);

    /// <summary>Reads an expression of five or six fields; each is a list of values, ranges and steps.</summary>
    /// <exception cref="FormatException">The expression is malformed, or no date ever matches it.</exception>
    public static NcrontabSchedule Parse(string expression)
    {
        var fields = expression.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length is not (5 or 6))
        {
            throw new FormatException($"\"{expression}\" has {fields.Length} fields instead of 5 or 6");
        }

        string[] all = fields.Length == 6 ? fields : ["0", .. fields];
        var schedule = new NcrontabSchedule([.. NcrontabField.All.Zip(all, (field, text) => field.Parse(text))]);
        return schedule.Next(DateTimeOffset.UnixEpoch) is not null
            ? schedule
            : throw new FormatException($"\"{expression}\" never occurs");
    }

    /// <summary>The first occurrence later than <paramref name="after"/>, in UTC, or null when the calendar ends before it.</summary>
    public DateTimeOffset? Next(DateTimeOffset after)
    {
        if (after.UtcDateTime > DateTime.MaxValue.AddDays(-1))
        {
            return null;
        }

        var start = after.UtcDateTime.AddTicks(TimeSpan.TicksPerSecond - (after.UtcTicks % TimeSpan.TicksPerSecond));
        var date = DateOnly.FromDateTime(start);
        var from = TimeOnly.FromDateTime(start);
        for (var i = 0; i <= DaysInCalendarCycle && date < DateOnly.MaxValue; i++)
        {
            if (IsDue(date) && FirstTime(from) is { } time)
            {
                return new DateTimeOffset(date.ToDateTime(time), TimeSpan.Zero);
            }

            date = date.AddDays(1);
            from = TimeOnly.MinValue;
        }

        return null;
    }

    private bool IsDue(DateOnly date) =>
        Holds(months, date.Month) && Holds(days, date.Day) && Holds(weekdays, (int)date.DayOfWeek);

    /// <summary>The first matching time of a day, not before <paramref name="from"/>.</summary>
    private TimeOnly? FirstTime(TimeOnly from)
    {
        for (var hour = First(hours, from.Hour); hour is not null; hour = First(hours, hour.Value + 1))
        {
            var sameHour = hour == from.Hour;
            for (var minute = First(minutes, sameHour ? from.Minute : 0); minute is not null; minute = First(minutes, minute.Value + 1))
            {
                if (First(seconds, sameHour && minute == from.Minute ? from.Second : 0) is { } second)
                {
                    return new TimeOnly(hour.Value, minute.Value, second);
                }
            }
        }

        return null;
    }

    private static bool Holds(ulong set, int value) => (set >> value & 1) == 1;

    private static int? First(ulong set, int from) =>
        from < 64 && set >> from is > 0 and var rest ? from + BitOperations.TrailingZeroCount(rest) : null;
}
