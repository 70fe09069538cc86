namespace SloFunctions.Infrastructure.Credentials;

/// <summary>A credential could not be had. The message says from where, and never what it is.</summary>
public sealed class CredentialException(string message, Exception? cause = null) : Exception(message, cause);
