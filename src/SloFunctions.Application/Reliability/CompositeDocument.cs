namespace SloFunctions.Application.Reliability;

/// <summary>What is found of one target. Availabilities are ratios in [0, 1].</summary>
/// <param name="Case">Where in the file the case stands.</param>
/// <param name="Target">The service.</param>
/// <param name="Composite">Its composite availability.</param>
/// <param name="Basis">How services in a cycle count in it: <c>weakest_member</c>.</param>
/// <param name="Method"><c>exact</c> or <c>monte_carlo</c>.</param>
/// <param name="ConfidenceInterval">The 95 % interval: lower end, upper end; twice the same when exact.</param>
/// <param name="AllUp">The composite when a cycle works only while all of its services do.</param>
/// <param name="AllUpMethod">How that was found.</param>
/// <param name="Frechet">What the composite can be if services need not fail independently: lower end, upper end.</param>
/// <param name="SinglePointsOfFailure">Every service it cannot do without, itself included, by id.</param>
/// <param name="Bottleneck">The service beside it that contributes most; null when none contributes.</param>
/// <param name="Contributions">What every service that matters adds to its unavailability, largest first.</param>
public sealed record CompositeDocument(
    string Case,
    string Target,
    double Composite,
    string Basis,
    string Method,
    IReadOnlyList<double> ConfidenceInterval,
    double AllUp,
    string AllUpMethod,
    IReadOnlyList<double> Frechet,
    IReadOnlyList<string> SinglePointsOfFailure,
    string? Bottleneck,
    IReadOnlyList<ContributionDocument> Contributions);
