using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Validation;

/// <summary>What a client demands of a thing's present state before it changes it (RFC 9110 §13.1).</summary>
/// <param name="Tags">The entity tags of which one must be the present one, quotes included; <c>*</c> stands for any. Null for no demand.</param>
/// <param name="MustBeNew">Whether the thing must not exist yet.</param>
public sealed record Precondition(IReadOnlyList<string>? Tags, bool MustBeNew)
{
    /// <summary>No demand.</summary>
    public static readonly Precondition None = new(null, MustBeNew: false);

    /// <summary>Compares strongly: a weak tag is never the present one.</summary>
    /// <param name="present">The entity tag of the thing; null where there is none yet.</param>
    /// <returns>The failure; null when the demand is met.</returns>
    public Error? Check(string? present)
    {
        if (MustBeNew && present is not null) return Error.PreconditionFailed($"It exists already, as {present}.", "If-None-Match");
        if (Tags is null || (present is not null && (Tags.Contains("*", StringComparer.Ordinal) || Tags.Contains(present, StringComparer.Ordinal)))) return null;
        return Error.PreconditionFailed(present is null ? "It does not exist yet." : $"It is {present} at present.", "If-Match");
    }
}
