using System.Data.Common;

namespace Azure.Data.Tables;

/// <summary>Where an account's tables are and the key that opens them, from a connection string.</summary>
internal sealed record TableEndpoint(Uri Uri, string AccountName, byte[] Key)
{
    // The account of the emulator, the same everywhere and printed in its documentation.
    private const string DevelopmentAccount = "devstoreaccount1";
    private const string DevelopmentKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private const int DevelopmentPort = 10002;

    /// <exception cref="FormatException">It is not a connection string with an account and its key.</exception>
    public static TableEndpoint Parse(string connectionString)
    {
        var parts = Parts(connectionString);
        string? Part(string name) => parts.TryGetValue(name, out object? value) ? (string)value : null;
        if (string.Equals(Part("UseDevelopmentStorage"), "true", StringComparison.OrdinalIgnoreCase))
        {
            var host = new Uri(Part("DevelopmentStorageProxyUri") ?? "http://127.0.0.1");
            var local = new UriBuilder(host) { Port = DevelopmentPort, Path = DevelopmentAccount }.Uri;
            return new TableEndpoint(local, DevelopmentAccount, Convert.FromBase64String(DevelopmentKey));
        }

        string account = Part("AccountName") ?? throw Invalid();
        string endpoint = Part("TableEndpoint") ?? $"{Part("DefaultEndpointsProtocol") ?? "https"}://{account}.table.{Part("EndpointSuffix") ?? "core.windows.net"}";
        return Uri.TryCreate(endpoint, UriKind.Absolute, out var uri)
            ? new TableEndpoint(uri, account, Convert.FromBase64String(Part("AccountKey") ?? throw Invalid()))
            : throw Invalid();
    }

    private static DbConnectionStringBuilder Parts(string connectionString)
    {
        try
        {
            return new DbConnectionStringBuilder { ConnectionString = connectionString };
        }
        catch (ArgumentException)
        {
            throw Invalid();
        }
    }

    private static FormatException Invalid() => new("No valid combination of account information found.");
}
