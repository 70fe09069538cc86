using SloFunctions.Application.Graph;
using SloFunctions.Application.Validation;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.AutoApproval;

/// <summary>Asks for one page of the rules.</summary>
/// <param name="After">The last rule of the page before; null for the first page.</param>
/// <param name="Limit">Rules on the page, 1 to 200.</param>
public sealed record RuleQuery(RulePosition? After, int Limit)
{
    /// <summary>Rules on a page, unless told otherwise.</summary>
    public const int DefaultLimit = 50;

    /// <summary>The most rules on a page.</summary>
    public const int MaxLimit = 200;

    /// <summary>Reads the query from the texts of a request; null stands for a missing parameter.</summary>
    public static Result<RuleQuery> Parse(string? cursor, string? limit)
    {
        var errors = new FieldErrors(RuleLimits.ReportedErrors);
        var query = new RuleQuery(PageCursor.Read(cursor, RulePosition.OfKeys, errors), errors.WholeNumber(limit, "limit", DefaultLimit, 1, MaxLimit));
        return errors.IsEmpty ? query : errors.ToError();
    }
}
