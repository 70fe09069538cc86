namespace SloFunctions.Application.BulkRuns;

/// <summary>A service of a bulk run that was given up, as published.</summary>
/// <param name="ServiceId">The service.</param>
/// <param name="Code">What the last attempt ended with.</param>
/// <param name="Message">The same for people.</param>
/// <param name="Attempts">How often it was tried.</param>
public sealed record BulkFailureDocument(string ServiceId, string Code, string Message, int Attempts);
