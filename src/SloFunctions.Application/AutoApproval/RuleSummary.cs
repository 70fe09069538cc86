using System.Text.Json;

namespace SloFunctions.Application.AutoApproval;

/// <summary>An auto-approval rule as it is stored.</summary>
/// <param name="RuleId">Its id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Enabled">Whether it may fire.</param>
/// <param name="Conditions">What must hold for it to fire, and the tier that it takes.</param>
/// <param name="Version">1 when it was made, one more with each change.</param>
/// <param name="CreatedBy">Who made it.</param>
/// <param name="CreatedAt">When.</param>
/// <param name="UpdatedBy">Who changed it last; null when nobody has.</param>
/// <param name="UpdatedAt">When; null when nobody has.</param>
public sealed record RuleSummary(
    Guid RuleId,
    string Name,
    bool Enabled,
    JsonElement Conditions,
    long Version,
    string CreatedBy,
    DateTimeOffset CreatedAt,
    string? UpdatedBy,
    DateTimeOffset? UpdatedAt);
