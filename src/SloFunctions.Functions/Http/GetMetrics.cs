using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.Observability;
using SloFunctions.Functions.Observability;
using SloFunctions.Functions.OpenApi;

namespace SloFunctions.Functions.Http;

/// <summary>GET /metrics.</summary>
public sealed class GetMetrics(ReadPlatformFigures platform, ReadSloFigures slos, ProcessMetrics process, TimeProvider clock)
{
    /// <summary>What the database knows of the platform and of its SLOs, then what this process has measured; the latter even without a database.</summary>
    [Function(nameof(GetMetrics))]
    [Undocumented("It is for scrapers, in Prometheus' own format.")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "metrics")] HttpRequest request)
    {
        // Both at once: without the database, each takes as long as it may.
        var reading = slos.HandleAsync(request.Cancellation());
        var figures = await platform.HandleAsync(request.Cancellation());
        var families = PlatformMetrics.Of(figures, clock.GetUtcNow()).Concat(SloMetrics.Of(await reading)).Concat(process.Read());
        return TypedResults.Bytes(Encoding.UTF8.GetBytes(PrometheusText.Write(families)), PrometheusText.MediaType);
    }
}
