namespace SloFunctions.Application.Graph;

/// <summary>What a submission changed among the stored rows.</summary>
/// <param name="ServicesCreated">Services that were not known before.</param>
/// <param name="DependenciesCreated">Dependencies that this source had not reported before.</param>
/// <param name="DependenciesRefreshed">Dependencies that it reported again, changed or not.</param>
public sealed record GraphWrites(int ServicesCreated, int DependenciesCreated, int DependenciesRefreshed);
