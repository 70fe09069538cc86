using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EndToEnd.Tests.Observability;

/// <summary>An OpenTelemetry collector that remembers what it is sent over HTTP.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly ConcurrentQueue<(string Path, byte[] Body)> received = new();

    private Collector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        server = builder.Build();
        server.Urls.Add("http://127.0.0.1:0");
        server.MapPost("/v1/{signal}", ReceiveAsync);
    }

    /// <summary>Where it listens.</summary>
    public string Address => server.Urls.Single();

    /// <summary>Everything sent, as bytes that look like text where they are.</summary>
    public string Everything => string.Join('\n', received.Select(r => Encoding.Latin1.GetString(r.Body)));

    /// <summary>The names of all metrics.</summary>
    public IEnumerable<string> Metrics => Scopes("metrics").SelectMany(scope => scope.All(2)).Select(metric => metric.All(1).Single().Text);

    /// <summary>All spans.</summary>
    public IEnumerable<CollectedSpan> Spans => Scopes("traces").SelectMany(scope => scope.All(2)).Select(CollectedSpan.Of);

    /// <summary>The texts of all log records.</summary>
    public IEnumerable<string> Logs =>
        Scopes("logs").SelectMany(scope => scope.All(2)).SelectMany(record => record.All(5)).SelectMany(body => body.All(1)).Select(text => text.Text);

    /// <summary>The attributes of the resources that sent anything.</summary>
    public IEnumerable<(string Name, string Value)> Resources => received.SelectMany(r => CollectorField.Read(r.Body))
        .SelectMany(r => r.All(1)).SelectMany(resource => resource.All(1))
        .Select(a => (a.All(1).Single().Text, string.Concat(a.All(2).SelectMany(v => v.All(1)).Select(v => v.Text))));

    public static async Task<Collector> StartAsync()
    {
        var collector = new Collector();
        await collector.server.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private IEnumerable<CollectorField> Scopes(string signal) =>
        received.Where(r => r.Path == "/v1/" + signal).SelectMany(r => CollectorField.Read(r.Body)).SelectMany(resource => resource.All(2));

    private async Task<IResult> ReceiveAsync(HttpRequest request)
    {
        await using var body = request.Headers.ContentEncoding == "gzip" ? new GZipStream(request.Body, CompressionMode.Decompress) : request.Body;
        using var bytes = new MemoryStream();
        await body.CopyToAsync(bytes);
        received.Enqueue((request.Path, bytes.ToArray()));
        return Results.Bytes([], "application/x-protobuf");
    }
}
