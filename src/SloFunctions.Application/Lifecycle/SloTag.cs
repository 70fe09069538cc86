using SloFunctions.Application.Validation;
using SloFunctions.Domain.Lifecycle;

namespace SloFunctions.Application.Lifecycle;

/// <summary>The entity tag of an SLO in force: another one after each change.</summary>
public static class SloTag
{
    /// <summary>The tag, quotes included; null without an SLO.</summary>
    public static string? Of(Guid? id, long? version) => id is { } slo && version is { } present ? VersionTag.Of(slo, present) : null;

    /// <inheritdoc cref="Of(Guid?, long?)"/>
    public static string? Of(ActiveSlo? slo) => Of(slo?.Id, slo?.Version);
}
