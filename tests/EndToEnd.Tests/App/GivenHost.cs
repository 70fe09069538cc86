namespace EndToEnd.Tests.App;

/// <summary>A host that runs already, elsewhere, and is tested instead of one of our own.</summary>
internal static class GivenHost
{
    private const string Variable = "SLO_BASE_URL";

    /// <summary>Its address; null when the tests start their own.</summary>
    public static Uri? BaseUrl { get; } =
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } url ? new Uri(url, UriKind.Absolute) : null;

    /// <summary>An administrator's key for it.</summary>
    public static string Key => Environment.GetEnvironmentVariable("SLO_API_KEY") ?? throw new InvalidOperationException("SLO_API_KEY is not set.");

    /// <summary>Why a test that stops servers or reads the database is skipped there.</summary>
    public static string? SkipReason => BaseUrl is null ? null : $"{Variable} names a host whose servers are not ours to touch.";
}
