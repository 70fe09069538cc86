using System.Globalization;
using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables;

/// <summary>One table.</summary>
public class TableClient
{
    private readonly string name = "";
    private readonly TableRequests requests = null!;

    internal TableClient(string name, TableRequests requests) => (this.name, this.requests) = (name, requests);

    /// <summary>For tests that put something else in its place.</summary>
    protected TableClient()
    {
    }

    /// <summary>The table's name.</summary>
    public virtual string Name => name;

    /// <summary>Where the table is.</summary>
    public virtual Uri Uri => new($"{requests.Endpoint.AbsoluteUri.TrimEnd('/')}/{name}");

    /// <summary>Creates the table unless there is one.</summary>
    /// <exception cref="RequestFailedException">The service refused or was not reached.</exception>
    public virtual async Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default)
    {
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(new { TableName = name });
        var response = await requests.SendAsync(RequestMethod.Post, "Tables", body, null, cancellationToken);
        if (!response.IsError) return Response.FromValue(new TableItem(name), response);
        var failure = new RequestFailedException(response);
        return failure.ErrorCode == TableErrorCode.TableAlreadyExists ? Response.FromValue<TableItem>(null!, response) : throw failure;
    }

    /// <summary>Reads a row.</summary>
    /// <exception cref="RequestFailedException">There is none; or the service refused or was not reached.</exception>
    public virtual async Task<Response<T>> GetEntityAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var response = await ReadAsync(partitionKey, rowKey, select, cancellationToken);
        return response.IsError ? throw new RequestFailedException(response) : Response.FromValue(Entity<T>(response), response);
    }

    /// <summary>Reads a row; without a value when there is none, or no table.</summary>
    /// <exception cref="RequestFailedException">The service refused or was not reached.</exception>
    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var response = await ReadAsync(partitionKey, rowKey, select, cancellationToken);
        if (response.Status == 404) return new NoValue<T>(response);
        return response.IsError ? throw new RequestFailedException(response) : Response.FromValue(Entity<T>(response), response);
    }

    /// <summary>Reads the rows that a filter of OData lets through, all without one, page after page as they are asked for.</summary>
    /// <exception cref="RequestFailedException">There is no table; or the service refused or was not reached. Thrown while reading.</exception>
    public virtual AsyncPageable<T> QueryAsync<T>(
        string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var query = new List<string>();
        if (!string.IsNullOrEmpty(filter)) query.Add("$filter=" + Uri.EscapeDataString(filter));
        if (maxPerPage is { } most) query.Add(string.Create(CultureInfo.InvariantCulture, $"$top={most}"));
        if (select is not null) query.Add("$select=" + Uri.EscapeDataString(string.Join(',', select)));
        return new TablePages<T>(requests, $"{name}()", query, cancellationToken);
    }

    /// <summary>Adds a row; the answer's headers hold its version.</summary>
    /// <exception cref="RequestFailedException">There is such a row, or no table; or the service refused or was not reached.</exception>
    public virtual Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        WriteAsync(RequestMethod.Post, name, Body(entity), null, cancellationToken);

    /// <summary>Changes a row of a version; the answer's headers hold its new one.</summary>
    /// <exception cref="ArgumentException">No version is given; <see cref="ETag.All"/> stands for any.</exception>
    /// <exception cref="RequestFailedException">The row has another version, or is gone; or the service refused or was not reached.</exception>
    public virtual Task<Response> UpdateEntityAsync<T>(
        T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        if (ifMatch == default) throw new ArgumentException("Value cannot be default.", nameof(ifMatch));
        var method = mode == TableUpdateMode.Replace ? RequestMethod.Put : RequestMethod.Patch;
        return WriteAsync(method, Address(entity.PartitionKey, entity.RowKey), Body(entity), ifMatch, cancellationToken);
    }

    /// <summary>Removes a row, of any version unless one is given; does nothing when there is none.</summary>
    /// <exception cref="RequestFailedException">The row has another version; or the service refused or was not reached.</exception>
    public virtual async Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        var tag = ifMatch == default ? ETag.All : ifMatch;
        var response = await requests.SendAsync(RequestMethod.Delete, Address(partitionKey, rowKey), null, tag, cancellationToken);
        return response.IsError && response.Status != 404 ? throw new RequestFailedException(response) : response;
    }

    private static T Entity<T>(Response response)
        where T : class =>
        TableEntityJson.Read(response.ContentStream!) as T ?? throw new NotSupportedException($"Rows are read as {nameof(TableEntity)} only.");

    private static byte[] Body(ITableEntity entity) =>
        entity is TableEntity row ? TableEntityJson.Write(row) : throw new NotSupportedException($"Rows are written as {nameof(TableEntity)} only.");

    private static string Quoted(string key) => $"'{Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal))}'";

    private Task<Response> ReadAsync(string partitionKey, string rowKey, IEnumerable<string>? select, CancellationToken cancellation)
    {
        string columns = select is null ? "" : "?$select=" + Uri.EscapeDataString(string.Join(',', select));
        return requests.SendAsync(RequestMethod.Get, Address(partitionKey, rowKey) + columns, null, null, cancellation);
    }

    private async Task<Response> WriteAsync(RequestMethod method, string path, byte[] body, ETag? ifMatch, CancellationToken cancellation)
    {
        var response = await requests.SendAsync(method, path, body, ifMatch, cancellation);
        return response.IsError ? throw new RequestFailedException(response) : response;
    }

    private string Address(string partitionKey, string rowKey) => $"{name}(PartitionKey={Quoted(partitionKey)},RowKey={Quoted(rowKey)})";

    private sealed class NoValue<T>(Response response) : NullableResponse<T>
    {
        public override bool HasValue => false;

        public override T Value => throw new InvalidOperationException("There is no such row.");

        public override Response GetRawResponse() => response;
    }
}
