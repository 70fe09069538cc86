namespace EndToEnd.Tests.Contract;

/// <summary>The one place where generated requests get their credentials.</summary>
internal static class Credentials
{
    /// <summary>Adds them to a request.</summary>
    public static Action<HttpRequestMessage> Add { get; } = static _ => { };
}
