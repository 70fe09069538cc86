using System.Text.Json;

namespace SloFunctions.Application.AutoApproval;

/// <summary>Asks what a rule would have approved.</summary>
/// <param name="ServiceId">Only this service, whose latest recommendation is then explained besides; all when missing.</param>
/// <param name="Days">How many days to look back, 1 to 90; 30 when missing.</param>
/// <param name="Conditions">Conditions to try in place of those of the rule, which stays as it is.</param>
public sealed record PreviewBody(string? ServiceId, int? Days, JsonElement? Conditions);
