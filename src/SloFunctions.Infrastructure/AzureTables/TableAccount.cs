using Azure.Core;
using Azure.Data.Tables;
using Microsoft.Extensions.Configuration;
using SloFunctions.Infrastructure.Settings;

namespace SloFunctions.Infrastructure.AzureTables;

/// <summary>Finds the storage account whose tables a part of the app uses.</summary>
internal static class TableAccount
{
    private const string HostStorage = "AzureWebJobsStorage";

    /// <summary>
    /// The account that settings tell of, by a connection string rather than by the app's identity, and by settings of the part
    /// rather than by the host's. Nothing is sent yet.
    /// </summary>
    /// <param name="section">The part's section, which has the settings <c>ConnectionString</c> and <c>TableServiceUri</c>.</param>
    /// <param name="connectionString">Its connection string; empty for none.</param>
    /// <param name="tableServiceUri">Its https URL; empty for none.</param>
    /// <param name="configuration">All settings.</param>
    /// <param name="identity">Gives the source of tokens; called only where one is needed.</param>
    /// <param name="client">How the service is called.</param>
    /// <returns>The account; null where none is set.</returns>
    /// <exception cref="InvalidSettingException">A setting leads to no storage account. The message shows none of it.</exception>
    public static TableServiceClient? Find(
        string section, string connectionString, string tableServiceUri, IConfiguration configuration, Func<TokenCredential> identity, TableClientOptions client)
    {
        if (connectionString.Length > 0) return Connect($"{section}:ConnectionString", connectionString, client);
        if (tableServiceUri.Length > 0) return new TableServiceClient(new Uri(tableServiceUri), identity(), client);
        if (configuration[HostStorage] is { Length: > 0 } shared) return Connect(HostStorage, shared, client);
        if (configuration[$"{HostStorage}:tableServiceUri"] is not { Length: > 0 } uri) return null;
        return IsHttps(uri)
            ? new TableServiceClient(new Uri(uri), identity(), client)
            : throw new InvalidSettingException($"{HostStorage}:tableServiceUri", "An https URL is expected.");
    }

    /// <summary>Whether a text is an absolute https URL, the only kind that tokens are sent to.</summary>
    public static bool IsHttps(string uri) => Uri.TryCreate(uri, UriKind.Absolute, out var parsed) && parsed.Scheme == Uri.UriSchemeHttps;

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
