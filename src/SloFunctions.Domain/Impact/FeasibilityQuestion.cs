namespace SloFunctions.Domain.Impact;

/// <summary>Asks for the cheapest improvements that let a service keep a target.</summary>
/// <param name="Service">The number of the service.</param>
/// <param name="Target">The target, a ratio in (0, 1).</param>
/// <param name="Weights">What one nine more costs of each service, above 0; services that are left out cost 1.</param>
/// <param name="Fixed">The services that cannot be improved.</param>
public sealed record FeasibilityQuestion(int Service, double Target, IReadOnlyDictionary<int, double> Weights, IReadOnlySet<int> Fixed);
