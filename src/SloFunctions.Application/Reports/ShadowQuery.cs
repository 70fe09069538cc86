using SloFunctions.Application.Graph;
using SloFunctions.Application.Validation;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Reports;

/// <summary>Asks how targets that people chose compare with recommended ones.</summary>
/// <param name="After">The last service of the page before; null for the first page.</param>
/// <param name="Limit">Services on the page, 1 to 500.</param>
public sealed record ShadowQuery(ServiceId? After, int Limit)
{
    /// <summary>Services on a page unless something else is asked for.</summary>
    public const int DefaultLimit = 50;

    /// <summary>Reads the query from the texts of a request; null stands for a missing parameter.</summary>
    public static Result<ShadowQuery> Parse(string? cursor, string? limit)
    {
        var errors = new FieldErrors(ReportLimits.ReportedErrors);
        var query = new ShadowQuery(
            PageCursor.Read(cursor, OfKeys, errors), errors.WholeNumber(limit, "limit", DefaultLimit, 1, ReportLimits.MaxLimit));
        return errors.IsEmpty ? query : errors.ToError();
    }

    /// <summary>The cursor of the page that follows <paramref name="last"/>.</summary>
    public static string CursorAfter(ServiceId last) => PageCursor.Of(last.Value);

    private static ServiceId? OfKeys(string[] keys) => keys is [var id] && ServiceId.Complaint(id) is null ? ServiceId.Of(id) : null;
}
