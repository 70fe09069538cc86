using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace SloFunctions.Infrastructure.Tests.AzureTables;

/// <summary>The way to a table service, which counts what goes over it and can be made to hang or to answer nonsense.</summary>
internal sealed class CountedWire() : DelegatingHandler(new SocketsHttpHandler())
{
    private int requests;
    private int gets;

    /// <summary>How many requests went over it.</summary>
    public int Requests => Volatile.Read(ref requests);

    /// <summary>How many of them read.</summary>
    public int Gets => Volatile.Read(ref gets);

    /// <summary>What happens instead of sending; null for sending.</summary>
    public Func<CancellationToken, Task<HttpResponseMessage>>? Instead { get; set; }

    public TableClient Table(string connectionString, string name)
    {
        var options = new TableClientOptions { Transport = new HttpClientTransport(this) };
        options.Retry.MaxRetries = 0;
        return new TableServiceClient(connectionString, options).GetTableClient(name);
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref requests);
        if (request.Method == HttpMethod.Get) Interlocked.Increment(ref gets);
        return Instead is { } other ? other(cancellationToken) : base.SendAsync(request, cancellationToken);
    }
}
