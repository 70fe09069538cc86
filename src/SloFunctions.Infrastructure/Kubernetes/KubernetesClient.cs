using System.Net;
using System.Text.Json;
using Polly;
using Polly.Timeout;
using SloFunctions.Application.Failures;

namespace SloFunctions.Infrastructure.Kubernetes;

/// <summary>Lists objects of a cluster over the HTTP API, page by page.</summary>
internal sealed class KubernetesClient(KubernetesConnection connection, KubernetesOptions options, TimeProvider clock)
{
    /// <summary>The name of this dependency in problems and reports.</summary>
    public const string Name = "kubernetes";

    // A list that never ends is no list.
    private const int MostPages = 10_000;

    private static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(1);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true };

    private readonly ResiliencePipeline<HttpResponseMessage> pipeline = KubernetesResilience.Build(options.Timeout, clock);

    /// <summary>All objects of a kind in the namespaces of the settings.</summary>
    /// <exception cref="DependencyUnavailableException">The server does not answer, refuses or answers nonsense; the cause says which.</exception>
    public async Task<IReadOnlyList<T>> ListAsync<T>(KubernetesResource resource, CancellationToken cancellation)
    {
        var namespaces = options.NamespaceList();
        if (namespaces.Count == 0) return await GuardAsync<T>(resource, null, cancellation);
        var all = new List<T>();
        foreach (string one in namespaces) all.AddRange(await GuardAsync<T>(resource, one, cancellation));
        return all;
    }

    private async Task<List<T>> GuardAsync<T>(KubernetesResource resource, string? @namespace, CancellationToken cancellation)
    {
        try
        {
            // Tokens expire while a long list is read. What was read by then belongs to a past that cannot be completed.
            return await TryListAsync<T>(resource, @namespace, cancellation)
                ?? await TryListAsync<T>(resource, @namespace, cancellation)
                ?? throw new FormatException($"The list of {resource.Name} expired twice while it was read; a larger {KubernetesOptions.Section}:PageSize takes less time.");
        }
        catch (Exception e) when (e is HttpRequestException or TimeoutRejectedException or IOException or FormatException or JsonException or KubernetesAccessException)
        {
            throw new DependencyUnavailableException(Name, RetryAfter, Explain(e, resource));
        }
    }

    private static Exception Explain(Exception e, KubernetesResource resource) =>
        e is HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded }
            ? new FormatException($"A page of {resource.Name} is too large; lower {KubernetesOptions.Section}:PageSize.", e)
            : e;

    /// <returns>The objects; null when the list expired.</returns>
    private async Task<List<T>?> TryListAsync<T>(KubernetesResource resource, string? @namespace, CancellationToken cancellation)
    {
        var objects = new List<T>();
        string? token = null;
        for (int page = 0; page < MostPages; page++)
        {
            using var response = await pipeline.ExecuteAsync(
                async limit => await connection.Http.GetAsync(resource.Page(@namespace, options.PageSize, token), limit), cancellation);
            if (response.StatusCode == HttpStatusCode.Gone && token is not null) return null;
            Check(response, resource, @namespace);
            await using var body = await response.Content.ReadAsStreamAsync(cancellation);
            var list = await JsonSerializer.DeserializeAsync<KubernetesList<T>>(body, Json, cancellation);
            objects.AddRange((list?.Items ?? throw new FormatException($"A list of {resource.Name} was expected.")).OfType<T>());
            if (list.Metadata?.Continue is not { Length: > 0 } next) return objects;
            token = next;
        }

        throw new FormatException($"The list of {resource.Name} has more than {MostPages} pages.");
    }

    private void Check(HttpResponseMessage response, KubernetesResource resource, string? @namespace)
    {
        if (response.IsSuccessStatusCode) return;
        throw response.StatusCode switch
        {
            HttpStatusCode.Unauthorized => new KubernetesAccessException($"The API server does not accept the token in {options.TokenFile} (401)."),
            HttpStatusCode.Forbidden => new KubernetesAccessException(
                $"The service account lacks a permission (403): grant it {resource.Permission(@namespace)}."),
            var status => new HttpRequestException($"The API server answers with status {(int)status}.", null, status),
        };
    }
}
