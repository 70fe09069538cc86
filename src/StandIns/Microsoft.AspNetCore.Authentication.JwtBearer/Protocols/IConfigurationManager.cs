namespace Microsoft.IdentityModel.Protocols;

/// <summary>Keeps a configuration that lies elsewhere. The real type lives in the package <c>Microsoft.IdentityModel.Protocols</c>.</summary>
public interface IConfigurationManager<T>
    where T : class
{
    /// <summary>The configuration, read again when it is old; the last one known when it cannot be read.</summary>
    /// <exception cref="InvalidOperationException">It cannot be read, and never could.</exception>
    Task<T> GetConfigurationAsync(CancellationToken cancel);

    /// <summary>Has it read again the next time, unless that happened a moment ago.</summary>
    void RequestRefresh();
}
