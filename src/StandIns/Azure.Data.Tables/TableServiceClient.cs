using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables;

/// <summary>The tables of an account.</summary>
public class TableServiceClient
{
    private const string Scope = "https://storage.azure.com/.default";

    private readonly TableRequests requests = null!;

    /// <summary>The tables that a connection string names, with its account key.</summary>
    /// <exception cref="FormatException">It is no connection string of an account.</exception>
    public TableServiceClient(string connectionString, TableClientOptions? options = null)
    {
        var endpoint = TableEndpoint.Parse(connectionString);
        requests = Build(endpoint.Uri, options ?? new TableClientOptions(), new SharedKeyLitePolicy(endpoint.AccountName, endpoint.Key));
    }

    /// <summary>The tables of an endpoint, with tokens of Microsoft Entra ID.</summary>
    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions? options = null) =>
        requests = Build(endpoint, options ?? new TableClientOptions(), new BearerTokenAuthenticationPolicy(tokenCredential, Scope));

    /// <summary>For tests that put something else in its place.</summary>
    protected TableServiceClient()
    {
    }

    /// <summary>Where the tables are.</summary>
    public virtual Uri Uri => requests.Endpoint;

    /// <summary>A table by its name, whether it exists or not.</summary>
    public virtual TableClient GetTableClient(string tableName) => new(tableName, requests);

    private static TableRequests Build(Uri endpoint, TableClientOptions options, HttpPipelinePolicy authentication)
    {
        var parts = new HttpPipelineOptions(options) { RequestFailedDetailsParser = new TableFailureParser() };
        parts.PerRetryPolicies.Add(authentication);
        return new TableRequests(endpoint, HttpPipelineBuilder.Build(parts), options.VersionString);
    }
}
