namespace SloFunctions.Application.Maintenance;

/// <summary>Announces planned maintenance.</summary>
/// <param name="StartsAt">When it begins, ISO 8601 with an offset from UTC; required.</param>
/// <param name="EndsAt">When it ends, ISO 8601 with an offset from UTC; required.</param>
/// <param name="Reason">What is done; 1 to 1,000 characters, required.</param>
public sealed record MaintenanceWindowBody(string? StartsAt, string? EndsAt, string? Reason);
