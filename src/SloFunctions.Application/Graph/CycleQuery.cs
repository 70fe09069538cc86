using SloFunctions.Application.Validation;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Graph;

/// <summary>Asks for one page of the circular dependencies.</summary>
/// <param name="Status">Only those; null for all.</param>
/// <param name="After">The last id of the page before; null for the first page.</param>
/// <param name="Limit">Cycles on the page, 1 to 500.</param>
public sealed record CycleQuery(CycleStatus? Status, Guid? After, int Limit)
{
    /// <summary>Cycles on a page unless something else is asked for.</summary>
    public const int DefaultLimit = 50;

    /// <summary>The most cycles on a page.</summary>
    public const int MaxLimit = 500;

    /// <summary>Reads the query from the texts of a request; null stands for a missing parameter.</summary>
    public static Result<CycleQuery> Parse(string? status, string? cursor, string? limit)
    {
        var errors = new FieldErrors(GraphLimits.ReportedErrors);
        var query = new CycleQuery(
            errors.OneOfOrNone<CycleStatus>(status, "status"), PageCursor.Read(cursor, PageCursor.Id, errors), errors.WholeNumber(limit, "limit", DefaultLimit, 1, MaxLimit));
        return errors.IsEmpty ? query : errors.ToError();
    }

    /// <summary>The cursor of the page that follows <paramref name="last"/>.</summary>
    public static string CursorAfter(Guid last) => PageCursor.Of(last.ToString("D"));
}
