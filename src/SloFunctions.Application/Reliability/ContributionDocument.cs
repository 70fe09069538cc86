namespace SloFunctions.Application.Reliability;

/// <summary>What one service adds to the unavailability of another.</summary>
/// <param name="Service">The service.</param>
/// <param name="Availability">Its own availability, a ratio in [0, 1].</param>
/// <param name="Importance">Its Birnbaum importance: the composite with it perfect, less that with it down.</param>
/// <param name="Share">The share of the unavailability that making it perfect would save.</param>
public sealed record ContributionDocument(string Service, double Availability, double Importance, double Share);
