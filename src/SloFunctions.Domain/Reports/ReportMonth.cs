using System.Globalization;
using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Telemetry;

namespace SloFunctions.Domain.Reports;

/// <summary>A calendar month, UTC, from 2000 to 9998.</summary>
public readonly record struct ReportMonth
{
    private const int FirstYear = 2000;
    private const int LastYear = 9998;

    private readonly int number;

    private ReportMonth(int number) => this.number = number;

    /// <summary>The first instant of the month.</summary>
    public DateTimeOffset Start => new(number / 12, (number % 12) + 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The first instant after it.</summary>
    public DateTimeOffset End => Start.AddMonths(1);

    /// <summary>
    /// The SLO window that a month is judged by: the one that ends with it. No month is shorter than the window, so those of
    /// different months never overlap.
    /// </summary>
    public TimeWindow Window => new(End - ErrorBudget.SloWindow, End);

    /// <summary>The month as <c>2026-02</c>; in the order of texts these are in the order of time.</summary>
    public string Name => Start.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>The last month that was over at <paramref name="now"/>.</summary>
    public static ReportMonth LastComplete(DateTimeOffset now)
    {
        var utc = now.ToUniversalTime();
        return new ReportMonth((utc.Year * 12) + utc.Month - 2);
    }

    /// <summary>Reads a month as <see cref="Name"/> writes it.</summary>
    public static bool TryParse(string? text, out ReportMonth month)
    {
        bool isMonth = DateTime.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            && first.Year is >= FirstYear and <= LastYear;
        month = isMonth ? new ReportMonth((first.Year * 12) + first.Month - 1) : default;
        return isMonth;
    }

    /// <summary>This month and those before it, oldest first.</summary>
    /// <param name="count">How many in all, at least 1.</param>
    public IReadOnlyList<ReportMonth> Back(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        int last = number;
        return [.. Enumerable.Range(last - count + 1, count).Select(n => new ReportMonth(n))];
    }
}
