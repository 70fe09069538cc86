using System.Globalization;
using SloFunctions.Application.Graph;

namespace SloFunctions.Application.AutoApproval;

/// <summary>The place of a rule among all: rules are tried in this order.</summary>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="Id">Its id.</param>
public sealed record RulePosition(DateTimeOffset CreatedAt, Guid Id)
{
    /// <summary>The place that a cursor's keys tell; null when they are none.</summary>
    public static RulePosition? OfKeys(string[] keys) =>
        keys is [var time, var text]
        && DateTimeOffset.TryParseExact(time, "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
        && Guid.TryParseExact(text, "D", out var id)
            ? new RulePosition(at, id)
            : null;

    /// <summary>As an opaque text.</summary>
    public string ToCursor() => PageCursor.Of(CreatedAt.ToString("O", CultureInfo.InvariantCulture), Id.ToString("D"));
}
