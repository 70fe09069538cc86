using SloFunctions.Domain.Graph;

namespace SloFunctions.Application.BulkRuns;

/// <summary>A service of a run that was given up.</summary>
/// <param name="Ordinal">Its place in the run.</param>
/// <param name="Service">The service.</param>
/// <param name="Code">What the last attempt ended with, snake_case.</param>
/// <param name="Message">The same for people.</param>
/// <param name="Attempts">How often it was tried.</param>
public sealed record FailedService(int Ordinal, ServiceId Service, string Code, string Message, int Attempts);
