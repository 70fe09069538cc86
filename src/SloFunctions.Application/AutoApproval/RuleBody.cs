using System.Text.Json;

namespace SloFunctions.Application.AutoApproval;

/// <summary>An auto-approval rule as submitted.</summary>
/// <param name="Name">What people call it; 1 to 255 characters, not another rule's, required.</param>
/// <param name="Enabled">Whether it may fire; false when missing.</param>
/// <param name="Conditions">
/// What must hold, all of it, and which <c>tier</c> is taken (balanced when missing); required. At least one condition besides the tier.
/// Names that are not known are refused.
/// </param>
public sealed record RuleBody(string? Name, bool? Enabled, JsonElement? Conditions);
