using Azure.Core;
using Azure.Data.Tables;
using Microsoft.Extensions.Configuration;
using SloFunctions.Infrastructure.Settings;

namespace SloFunctions.Infrastructure.AzureTables;

/// <summary>The table that holds the counts of requests.</summary>
/// <param name="Client">Reaches it; null where no storage account is set, so that each process counts for itself.</param>
public sealed record RateLimitTable(TableClient? Client)
{
    private const string HostStorage = "AzureWebJobsStorage";
    private const string ConnectionStringSetting = $"{RateLimitOptions.Section}:{nameof(RateLimitOptions.ConnectionString)}";

    /// <summary>The table that settings tell of, by a connection string rather than by the app's identity, and by settings of its own rather than by the host's. Nothing is sent yet.</summary>
    /// <param name="options">Valid options.</param>
    /// <param name="configuration">All settings.</param>
    /// <param name="identity">Gives the source of tokens; called only where one is needed.</param>
    /// <exception cref="InvalidSettingException">A setting leads to no storage account. The message shows none of it.</exception>
    public static RateLimitTable Find(RateLimitOptions options, IConfiguration configuration, Func<TokenCredential> identity)
    {
        var client = new TableClientOptions();
        // Whoever waits here is a request; the next one tries again.
        client.Retry.MaxRetries = 0;
        client.Retry.NetworkTimeout = options.Timeout;
        return new RateLimitTable(Service(options, configuration, identity, client)?.GetTableClient(options.TableName));
    }

    /// <summary>Whether a text is an absolute https URL, the only kind that tokens are sent to.</summary>
    internal static bool IsHttps(string uri) => Uri.TryCreate(uri, UriKind.Absolute, out var parsed) && parsed.Scheme == Uri.UriSchemeHttps;

    private static TableServiceClient? Service(
        RateLimitOptions options, IConfiguration configuration, Func<TokenCredential> identity, TableClientOptions client)
    {
        if (options.ConnectionString.Length > 0) return Connect(ConnectionStringSetting, options.ConnectionString, client);
        if (options.TableServiceUri.Length > 0) return new TableServiceClient(new Uri(options.TableServiceUri), identity(), client);
        if (configuration[HostStorage] is { Length: > 0 } shared) return Connect(HostStorage, shared, client);
        if (configuration[$"{HostStorage}:tableServiceUri"] is not { Length: > 0 } uri) return null;
        return IsHttps(uri)
            ? new TableServiceClient(new Uri(uri), identity(), client)
            : throw new InvalidSettingException($"{HostStorage}:tableServiceUri", "An https URL is expected.");
    }

    private static TableServiceClient Connect(string setting, string connectionString, TableClientOptions client)
    {
        try
        {
            return new TableServiceClient(connectionString, client);
        }
        catch (Exception e) when (e is FormatException or ArgumentException or InvalidOperationException)
        {
            // Without the cause, whose message might quote the key.
            throw new InvalidSettingException(setting, "A connection string of a storage account is expected.");
        }
    }
}
