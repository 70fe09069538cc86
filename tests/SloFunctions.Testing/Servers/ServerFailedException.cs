namespace SloFunctions.Testing.Servers;

/// <summary>A local server did not start; the message holds its last words.</summary>
public sealed class ServerFailedException(string message, Exception? innerException = null) : Exception(message, innerException);
