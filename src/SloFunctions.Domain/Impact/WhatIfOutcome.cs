using SloFunctions.Domain.Graph;

namespace SloFunctions.Domain.Impact;

/// <summary>What would become of the services of a graph.</summary>
/// <param name="Graph">The graph with the changes.</param>
/// <param name="Services">The services on which the changes have an effect, and those that were asked for; largest change first.</param>
/// <param name="NewCycles">The circular dependencies that the changes would make.</param>
public sealed record WhatIfOutcome(ServiceGraph Graph, IReadOnlyList<WhatIfService> Services, IReadOnlyList<CircularDependency> NewCycles);
