namespace SloFunctions.Application.Impact;

/// <summary>A question for the cheapest way to a target as it arrives; unknown properties are ignored.</summary>
/// <param name="ServiceId">The service.</param>
/// <param name="DesiredTarget">The availability it should have, a percentage.</param>
/// <param name="Weights">What one nine more costs of each service, above 0; 1 for services that are not named.</param>
/// <param name="Fixed">The services that cannot be improved.</param>
/// <param name="IncludeSelf">Whether the service itself can be improved; true when missing.</param>
public sealed record FeasibilityBody(
    string? ServiceId,
    double? DesiredTarget,
    IReadOnlyDictionary<string, double?>? Weights,
    IReadOnlyList<string?>? Fixed,
    bool? IncludeSelf);
