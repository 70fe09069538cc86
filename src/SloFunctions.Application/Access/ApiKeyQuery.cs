using SloFunctions.Application.Graph;
using SloFunctions.Application.Validation;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Access;

/// <summary>Asks for one page of the keys.</summary>
/// <param name="After">The last id of the page before; null for the first page.</param>
/// <param name="Limit">Keys on the page, 1 to 500.</param>
public sealed record ApiKeyQuery(Guid? After, int Limit)
{
    /// <summary>Keys on a page, unless told otherwise.</summary>
    public const int DefaultLimit = 50;

    /// <summary>The most keys on a page.</summary>
    public const int MaxLimit = 500;

    /// <summary>Reads the query from the texts of a request; null stands for a missing parameter.</summary>
    public static Result<ApiKeyQuery> Parse(string? cursor, string? limit)
    {
        var errors = new FieldErrors(GraphLimits.ReportedErrors);
        var query = new ApiKeyQuery(PageCursor.Read(cursor, PageCursor.Id, errors), errors.WholeNumber(limit, "limit", DefaultLimit, 1, MaxLimit));
        return errors.IsEmpty ? query : errors.ToError();
    }

    /// <summary>The cursor of the page that follows <paramref name="last"/>.</summary>
    public static string CursorAfter(Guid last) => PageCursor.Of(last.ToString("D"));
}
