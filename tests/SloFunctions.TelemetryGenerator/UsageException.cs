namespace SloFunctions.TelemetryGenerator;

/// <summary>The command line cannot be understood; the message says why.</summary>
public sealed class UsageException(string message) : Exception(message);
