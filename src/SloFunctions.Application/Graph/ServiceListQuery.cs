using System.Buffers.Text;
using System.Text;
using SloFunctions.Application.Validation;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Graph;

/// <summary>Asks for one page of the registered services.</summary>
/// <param name="After">The last id of the page before; null for the first page.</param>
/// <param name="Limit">Services on the page, 1 to 500.</param>
public sealed record ServiceListQuery(ServiceId? After, int Limit)
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 500;

    /// <summary>Reads the query from the texts of a request; null stands for a missing parameter.</summary>
    public static Result<ServiceListQuery> Parse(string? cursor, string? limit)
    {
        var errors = new FieldErrors(GraphLimits.ReportedErrors);
        ServiceId? after = null;
        if (cursor is not null && !TryReadCursor(cursor, out after)) errors.Add("cursor", "A next_cursor of an earlier answer is expected.");
        int size = errors.WholeNumber(limit, "limit", DefaultLimit, 1, MaxLimit);
        return errors.IsEmpty ? new ServiceListQuery(after, size) : errors.ToError();
    }

    /// <summary>The cursor of the page that follows <paramref name="last"/>.</summary>
    public static string CursorAfter(string last) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(last));

    private static bool TryReadCursor(string cursor, out ServiceId? after)
    {
        after = null;
        if (!Base64Url.IsValid(cursor)) return false;
        if (!ServiceId.Parse(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)), "cursor").TryGet(out var id, out _)) return false;
        after = id;
        return true;
    }
}
