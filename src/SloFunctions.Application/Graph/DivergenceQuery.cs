using SloFunctions.Application.Validation;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Results;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.Graph;

/// <summary>Asks for one page of the differences between the declared and the observed graph.</summary>
/// <param name="Kind">Only this kind; null for all.</param>
/// <param name="After">The last entry of the page before; null for the first page.</param>
/// <param name="Limit">Entries on the page, 1 to 1000.</param>
public sealed record DivergenceQuery(DivergenceKind? Kind, DivergencePosition? After, int Limit)
{
    /// <summary>Entries on a page unless something else is asked for.</summary>
    public const int DefaultLimit = 100;

    /// <summary>The most entries on a page.</summary>
    public const int MaxLimit = 1000;

    /// <summary>Reads the query from the texts of a request; null stands for a missing parameter.</summary>
    public static Result<DivergenceQuery> Parse(string? kind, string? cursor, string? limit)
    {
        var errors = new FieldErrors(GraphLimits.ReportedErrors);
        var query = new DivergenceQuery(
            errors.OneOfOrNone<DivergenceKind>(kind, "kind"),
            PageCursor.Read(cursor, DivergencePosition.OfKeys, errors),
            errors.WholeNumber(limit, "limit", DefaultLimit, 1, MaxLimit));
        return errors.IsEmpty ? query : errors.ToError();
    }
}
