using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>The pages of a query, each asked for where the service said that the one before ended.</summary>
internal sealed class TablePages<T>(TableRequests requests, string path, IReadOnlyList<string> query, CancellationToken cancellation)
    : AsyncPageable<T>(cancellation)
    where T : class, ITableEntity
{
    private const string NextPartition = "NextPartitionKey";
    private const string NextRow = "NextRowKey";
    private const string HeaderPrefix = "x-ms-continuation-";

    public override async IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        string? next = continuationToken;
        do
        {
            string[] all = next is null ? [.. query] : [.. query, next];
            var response = await requests.SendAsync(RequestMethod.Get, $"{path}?{string.Join('&', all)}", null, null, CancellationToken);
            if (response.IsError) throw new RequestFailedException(response);
            next = Continuation(response);
            yield return Page<T>.FromValues(Rows(response), next, response);
        }
        while (next is not null);
    }

    private static IReadOnlyList<T> Rows(Response response) =>
        TableEntityJson.ReadList(response.ContentStream!) as IReadOnlyList<T> ?? throw new NotSupportedException($"Rows are read as {nameof(TableEntity)} only.");

    private static string? Continuation(Response response)
    {
        if (!response.Headers.TryGetValue(HeaderPrefix + NextPartition, out string? partition)) return null;
        string row = response.Headers.TryGetValue(HeaderPrefix + NextRow, out string? key) ? $"&{NextRow}={Uri.EscapeDataString(key)}" : "";
        return $"{NextPartition}={Uri.EscapeDataString(partition)}{row}";
    }
}
