using System.Globalization;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Application.Backtesting;

/// <summary>One line of a file of counts.</summary>
internal readonly ref struct CountsLine(ReadOnlySpan<char> service, int hour, SliCounts counts)
{
    private const string Columns = "service,hour,good,total";
    private const int ColumnCount = 4;
    private const long HourSeconds = 3600;

    // More would overflow the sums over a history.
    private const long MostRequests = 1_000_000_000_000_000;

    // The years 1970 to 9999.
    private const long LastSecond = 253_402_300_799;

    private static readonly string[] TimeFormats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mmK", "yyyy-MM-dd'T'HHK",
        "yyyy-MM-dd HH:mm:ss zzz", "yyyyMMdd'T'HHmmssK",
    ];

    /// <summary>The service's name, checked by whoever has not met it yet.</summary>
    public ReadOnlySpan<char> Service { get; } = service;

    /// <summary>Hours since 1970.</summary>
    public int Hour { get; } = hour;

    /// <summary>What was counted.</summary>
    public SliCounts Counts { get; } = counts;

    public static bool IsHeader(ReadOnlySpan<char> line)
    {
        Span<Range> ranges = stackalloc Range[ColumnCount + 1];
        string[] names = Columns.Split(',');
        return CsvFields.Split(ref line, ranges, out int count) is null && count == ColumnCount
            && line[ranges[0]].Equals(names[0], StringComparison.OrdinalIgnoreCase) && line[ranges[1]].Equals(names[1], StringComparison.OrdinalIgnoreCase)
            && line[ranges[2]].Equals(names[2], StringComparison.OrdinalIgnoreCase) && line[ranges[3]].Equals(names[3], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Reads a line.</summary>
    /// <returns>What is wrong with it, as a sentence; null when nothing is.</returns>
    public static string? Read(ReadOnlySpan<char> line, out CountsLine read)
    {
        read = default;
        Span<Range> ranges = stackalloc Range[ColumnCount + 1];
        if (CsvFields.Split(ref line, ranges, out int count) is { } complaint) return complaint;
        if (count != ColumnCount) return $"{ColumnCount} columns are expected, {Columns}; there are {(count > ColumnCount ? "more" : count)}.";
        if (HourComplaint(line[ranges[1]], out int hour) is { } aboutHour) return aboutHour;
        if (CountComplaint("good", line[ranges[2]], out long good) is { } aboutGood) return aboutGood;
        if (CountComplaint("total", line[ranges[3]], out long total) is { } aboutTotal) return aboutTotal;
        if (good > total) return $"good is {good}, more than total, {total}.";
        read = new CountsLine(line[ranges[0]], hour, new SliCounts(good, total));
        return null;
    }

    private static string? CountComplaint(string name, ReadOnlySpan<char> text, out long count)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out count))
        {
            if (count < 0) return $"{name} is negative: {count}.";
            return count > MostRequests ? $"{name} is more than {MostRequests}." : null;
        }

        return $"{name} is not a whole number: {CsvFields.Quoted(text)}.";
    }

    private static string? HourComplaint(ReadOnlySpan<char> text, out int hour)
    {
        hour = 0;
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long second))
        {
            if (!DateTimeOffset.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
                return $"hour is neither an ISO 8601 time nor Unix seconds: {CsvFields.Quoted(text)}.";
            if (time.UtcTicks % TimeSpan.TicksPerHour != 0) return $"hour is not a whole hour: {CsvFields.Quoted(text)}.";
            second = time.ToUnixTimeSeconds();
        }

        if (second is < 0 or > LastSecond) return $"hour is not within the years 1970 to 9999 as Unix seconds: {CsvFields.Quoted(text)}.";
        if (second % HourSeconds != 0) return $"hour is not a whole hour: {CsvFields.Quoted(text)}.";
        hour = (int)(second / HourSeconds);
        return null;
    }
}
