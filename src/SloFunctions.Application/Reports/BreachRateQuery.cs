using SloFunctions.Application.Graph;
using SloFunctions.Application.Validation;
using SloFunctions.Domain.Reports;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Reports;

/// <summary>Asks what became of accepted SLOs.</summary>
/// <param name="Months">The calendar months, oldest first, at least one; all of them over.</param>
/// <param name="After">The last breached objective of the page before; null for the first page.</param>
/// <param name="Limit">Breached objectives on the page, 1 to 500.</param>
public sealed record BreachRateQuery(IReadOnlyList<ReportMonth> Months, BreachPosition? After, int Limit)
{
    /// <summary>Breached objectives on a page unless something else is asked for.</summary>
    public const int DefaultLimit = 100;

    /// <summary>The most months that one report is about.</summary>
    public const int MostMonths = 12;

    /// <summary>Reads the query from the texts of a request; null stands for a missing parameter.</summary>
    /// <param name="month">The last month of the report, <c>2026-02</c>; the last complete one when missing.</param>
    /// <param name="months">How many months, that one and those before it.</param>
    /// <param name="cursor">Where the page before ended.</param>
    /// <param name="limit">Entries on a page.</param>
    /// <param name="now">The present.</param>
    public static Result<BreachRateQuery> Parse(string? month, string? months, string? cursor, string? limit, DateTimeOffset now)
    {
        var errors = new FieldErrors(ReportLimits.ReportedErrors);
        var last = ParseMonth(month, ReportMonth.LastComplete(now), errors);
        var query = new BreachRateQuery(
            last.Back(errors.WholeNumber(months, "months", 1, 1, MostMonths)),
            PageCursor.Read(cursor, BreachPosition.OfKeys, errors),
            errors.WholeNumber(limit, "limit", DefaultLimit, 1, ReportLimits.MaxLimit));
        return errors.IsEmpty ? query : errors.ToError();
    }

    private static ReportMonth ParseMonth(string? text, ReportMonth latest, FieldErrors errors)
    {
        if (text is null) return latest;
        if (ReportMonth.TryParse(text, out var month) && month.End <= latest.End) return month;
        errors.Add("month", $"A month that is over is expected, YYYY-MM, from 2000-01 to {latest.Name}.");
        return latest;
    }
}
