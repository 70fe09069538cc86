namespace SloFunctions.LocalHost;

/// <summary>Something that the person who starts the host can put right; the message says what, in one line.</summary>
public sealed class LocalHostException(string message, Exception? innerException = null) : Exception(message, innerException);
