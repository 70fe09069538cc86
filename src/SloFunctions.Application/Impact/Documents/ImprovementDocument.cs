namespace SloFunctions.Application.Impact.Documents;

/// <summary>A service that has to become more available. Availabilities are its own with perfect dependencies, in percent.</summary>
/// <param name="ServiceId">The service.</param>
/// <param name="From">What it is.</param>
/// <param name="To">What it has to be; rounded up.</param>
/// <param name="NinesGained">log10 of the quotient of both unavailabilities.</param>
/// <param name="Cost">Weight × nines gained.</param>
/// <param name="BirnbaumImportance">What the target service gains from it being up rather than down, a ratio.</param>
public sealed record ImprovementDocument(
    string ServiceId, double From, double To, double NinesGained, double Cost, double BirnbaumImportance);
