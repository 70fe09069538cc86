using SloFunctions.Application.Validation;
using SloFunctions.Domain.AutoApproval;

namespace SloFunctions.Application.AutoApproval;

/// <summary>The standing of a service as it was read.</summary>
/// <param name="Standing">The standing.</param>
/// <param name="SloTag">The entity tag of the SLO in force; null without one.</param>
public sealed record PresentStanding(ServiceStanding Standing, string? SloTag)
{
    /// <summary>That the SLO is still the one with a tag, or that there is still none.</summary>
    public static Precondition Unchanged(string? tag) => new(tag is null ? null : [tag], MustBeNew: tag is null);
}
