using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.BulkRuns;

/// <summary>A service of a run.</summary>
/// <param name="Ordinal">Its place in the run.</param>
/// <param name="Service">The service.</param>
/// <param name="State">What became of it.</param>
/// <param name="Attempts">How many attempts have failed.</param>
public sealed record RunService(int Ordinal, ServiceId Service, RunServiceState State, int Attempts);
