using System.Collections.Concurrent;
using System.Net;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.Faults;

/// <summary>Clients that ask one after the other, all at once, until they are stopped.</summary>
internal sealed class ClientLoad
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(20);

    private readonly ConcurrentQueue<(string Request, Answer Answer)> answers = new();
    private readonly Task clients;
    private volatile bool isStopping;

    private ClientLoad(int clients, IReadOnlyList<(string Name, Func<Task<Answer>> Ask)> requests) =>
        this.clients = Task.WhenAll(Enumerable.Range(0, clients).Select(i => Task.Run(() => RunAsync(i, requests))));

    /// <summary>Starts the clients; each begins at another of the requests.</summary>
    public static ClientLoad Start(int clients, params IReadOnlyList<(string Name, Func<Task<Answer>> Ask)> requests) => new(clients, requests);

    /// <summary>The requests that an app is usually asked, cheap and expensive ones.</summary>
    public static IReadOnlyList<(string Name, Func<Task<Answer>> Ask)> Mixture(Api api, string service) =>
    [
        ("list", () => api.GetAsync("/api/v1/services")),
        ("dependencies", () => api.GetAsync(Api.Dependencies(service))),
        ("recommendations", () => api.GetAsync(Api.Recommendations(service))),
        ("ingestion", () => api.IngestAsync($$"""{"source":"manual","edges":[{"source":"{{service}}","target":"search-index"}]}""")),
        ("forced", () => api.GetAsync(Api.Recommendations(service, "?force_regenerate=true"))),
        ("impact", () => api.PostAsync(Api.Impact, $$$"""{"service_id":"{{{service}}}","proposed_change":{"sli_type":"availability","current_target":99.9,"proposed_target":99.5}}""")),
        ("report", () => api.GetAsync(Api.Shadow)),
        ("liveness", () => api.GetAsync("/api/v1/health")),
    ];

    /// <summary>Waits until so many more requests have been answered as <paramref name="which"/> says.</summary>
    public async Task AnsweredAsync(int more, Func<Answer, bool>? which = null)
    {
        int wanted = Count() + more;
        await Eventually.GetAsync(
            () => clients.IsFaulted ? Task.FromException<int>(clients.Exception!) : Task.FromResult(Count()),
            count => count >= wanted);

        int Count() => answers.Count(a => which is null || which(a.Answer));
    }

    /// <summary>Stops the clients.</summary>
    /// <returns>All that was asked and answered; that a request was not answered at all is thrown.</returns>
    public async Task<IReadOnlyList<(string Request, Answer Answer)>> StopAsync()
    {
        isStopping = true;
        await clients;
        return [.. answers];
    }

    /// <summary>Every answer is a success or a problem that is documented for servers in trouble.</summary>
    public static void ShouldAllBeInGoodOrder(IReadOnlyList<(string Request, Answer Answer)> answers)
    {
        string[] documented = ["/errors/dependency-unavailable", "/errors/overloaded", "/errors/timeout"];
        foreach (var (request, answer) in answers.Where(a => a.Answer.Status is not (HttpStatusCode.OK or HttpStatusCode.Accepted)))
        {
            answer.ShouldBeProblem(HttpStatusCode.ServiceUnavailable).GetProperty("type").GetString().ShouldBeOneOf(documented, request);
            answer.Headers.ContainsKey("Retry-After").ShouldBeTrue(request);
        }
    }

    private async Task RunAsync(int first, IReadOnlyList<(string Name, Func<Task<Answer>> Ask)> requests)
    {
        for (int i = first; !isStopping; i++)
        {
            var (name, ask) = requests[i % requests.Count];
            answers.Enqueue((name, await ask()));
            await Task.Delay(Pace);
        }
    }
}
