using SloFunctions.Application.Validation;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Graph;

/// <summary>Asks for one page of the registered services.</summary>
/// <param name="After">The last id of the page before; null for the first page.</param>
/// <param name="Limit">Services on the page, 1 to 500.</param>
public sealed record ServiceListQuery(ServiceId? After, int Limit)
{
    /// <summary>Services on a page unless something else is asked for.</summary>
    public const int DefaultLimit = 50;

    /// <summary>The most services on a page.</summary>
    public const int MaxLimit = 500;

    /// <summary>Reads the query from the texts of a request; null stands for a missing parameter.</summary>
    public static Result<ServiceListQuery> Parse(string? cursor, string? limit)
    {
        var errors = new FieldErrors(GraphLimits.ReportedErrors);
        var query = new ServiceListQuery(
            PageCursor.Read(cursor, OfKeys, errors), errors.WholeNumber(limit, "limit", DefaultLimit, 1, MaxLimit));
        return errors.IsEmpty ? query : errors.ToError();
    }

    /// <summary>The cursor of the page that follows <paramref name="last"/>.</summary>
    public static string CursorAfter(string last) => PageCursor.Of(last);

    private static ServiceId? OfKeys(string[] keys) => keys is [var id] && ServiceId.Complaint(id) is null ? ServiceId.Of(id) : null;
}
