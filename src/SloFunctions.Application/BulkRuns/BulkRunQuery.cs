using System.Globalization;
using SloFunctions.Application.Graph;
using SloFunctions.Application.Validation;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.BulkRuns;

/// <summary>Asks for a bulk run and a page of its failures.</summary>
/// <param name="RunId">The run.</param>
/// <param name="After">The place of the last failure of the page before; null for the first page.</param>
/// <param name="Limit">Failures on the page, 1 to 200.</param>
public sealed record BulkRunQuery(Guid RunId, int? After, int Limit)
{
    /// <summary>Failures on a page, unless told otherwise.</summary>
    public const int DefaultLimit = 50;

    /// <summary>The most failures on a page.</summary>
    public const int MaxLimit = 200;

    /// <summary>Reads the query from the texts of a request; null stands for a missing parameter.</summary>
    public static Result<BulkRunQuery> Parse(string runId, string? cursor, string? limit)
    {
        var errors = new FieldErrors(BulkRunLimits.ReportedErrors);
        var query = new BulkRunQuery(
            errors.Uuid(runId, "run_id") ?? Guid.Empty,
            PageCursor.Read(cursor, Place, errors),
            errors.WholeNumber(limit, "limit", DefaultLimit, 1, MaxLimit));
        return errors.IsEmpty ? query : errors.ToError();
    }

    private static int? Place(string[] keys) =>
        keys is [var text] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int place) ? place : null;
}
