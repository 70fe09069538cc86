namespace SloFunctions.Application.Failures;

/// <summary>A server that we depend on does not answer; the caller may try again later. Thrown by adapters, mapped to 503.</summary>
public sealed class DependencyUnavailableException : Exception
{
    /// <summary>Reports that a server does not answer.</summary>
    /// <param name="dependency">Its name, for example <c>postgresql</c>.</param>
    /// <param name="retryAfter">How long callers should wait.</param>
    /// <param name="cause">What the adapter saw.</param>
    public DependencyUnavailableException(string dependency, TimeSpan retryAfter, Exception? cause)
        : base($"{dependency} is unavailable.", cause)
    {
        Dependency = dependency;
        RetryAfter = retryAfter;
    }

    /// <summary>The name of the server.</summary>
    public string Dependency { get; }

    /// <summary>How long callers should wait before they try again.</summary>
    public TimeSpan RetryAfter { get; }
}
