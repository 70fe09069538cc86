namespace SloFunctions.Domain.Impact;

/// <summary>A service that has to become more available. Availabilities are its own, with perfect dependencies, in [0, 1].</summary>
/// <param name="Service">The number of the service.</param>
/// <param name="From">What it is.</param>
/// <param name="To">What it has to be.</param>
/// <param name="Nines">log10 of the quotient of both unavailabilities, above 0.</param>
/// <param name="Cost">Weight × nines.</param>
/// <param name="Importance">Its Birnbaum importance before: what the target gains from it being up rather than down.</param>
public sealed record Improvement(int Service, double From, double To, double Nines, double Cost, double Importance);
