namespace SloFunctions.Domain.Reliability;

/// <summary>What one service adds to the unavailability of another that needs it.</summary>
/// <param name="Service">The number of the service.</param>
/// <param name="Importance">
/// Its Birnbaum importance: the availability of the one that needs it with this service perfect, less that with it down.
/// </param>
/// <param name="Share">
/// Its unavailability × importance ÷ the unavailability of the one that needs it: the share that making it perfect would
/// save, in [0, 1]. Shares need not add up to 1, because services can fail together. 0 when nothing is ever unavailable.
/// </param>
public sealed record Contribution(int Service, double Importance, double Share);
