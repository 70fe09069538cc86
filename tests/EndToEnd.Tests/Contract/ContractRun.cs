using System.Collections.Concurrent;
using System.Net.Http.Headers;

namespace EndToEnd.Tests.Contract;

/// <summary>Sends requests and judges their answers.</summary>
internal sealed class ContractRun(Uri server, Credentials credentials, AnswerCheck check) : IDisposable
{
    private const int Connections = 8;

    private readonly HttpClient client = new(new SocketsHttpHandler { MaxConnectionsPerServer = Connections, AllowAutoRedirect = false })
    {
        BaseAddress = server,
        Timeout = TimeSpan.FromSeconds(60),
    };

    /// <summary>What was wrong, with the request as a command; at most a hundred.</summary>
    public ConcurrentQueue<string> Violations { get; } = [];

    /// <summary>How often each operation answered with each status.</summary>
    public ConcurrentDictionary<(string Operation, int Status), int> Seen { get; } = new();

    /// <summary>Sends all of them, over a few connections.</summary>
    public Task SendAsync(IEnumerable<GeneratedRequest> requests) =>
        Parallel.ForEachAsync(requests, new ParallelOptions { MaxDegreeOfParallelism = Connections }, async (request, _) => await SendAsync(request));

    /// <summary>Sends one.</summary>
    public async Task<string> SendAsync(GeneratedRequest request)
    {
        using var message = request.ToMessage();
        credentials.Add(message, request.Operation);
        using var response = await client.SendAsync(message);
        string body = await response.Content.ReadAsStringAsync();
        int status = (int)response.StatusCode;
        Seen.AddOrUpdate((request.Operation.Id, status), 1, (_, count) => count + 1);
        HttpHeaders[] headers = [response.Headers, response.Content.Headers];
        foreach (string complaint in check.Complaints(request, status, headers, response.Content.Headers.ContentType?.MediaType, body))
        {
            if (Violations.Count < 100) Violations.Enqueue($"{request.Operation.Id}: {complaint}\n    {request.ToCurl(server)}");
        }

        return body;
    }

    public void Dispose() => client.Dispose();
}
