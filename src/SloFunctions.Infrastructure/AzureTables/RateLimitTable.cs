using Azure.Core;
using Azure.Data.Tables;
using Microsoft.Extensions.Configuration;
using SloFunctions.Infrastructure.Settings;

namespace SloFunctions.Infrastructure.AzureTables;

/// <summary>The table that holds the counts of requests.</summary>
/// <param name="Client">Reaches it; null where no storage account is set, so that each process counts for itself.</param>
public sealed record RateLimitTable(TableClient? Client)
{
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
        var account = TableAccount.Find(RateLimitOptions.Section, options.ConnectionString, options.TableServiceUri, configuration, identity, client);
        return new RateLimitTable(account?.GetTableClient(options.TableName));
    }
}
