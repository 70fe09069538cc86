using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.Observability;
using SloFunctions.Functions.Observability;
using SloFunctions.Functions.OpenApi;

namespace SloFunctions.Functions.Http;

/// <summary>GET /metrics.</summary>
public sealed class GetMetrics(ReadPlatformFigures useCase, ProcessMetrics process, TimeProvider clock)
{
    /// <summary>What the database knows of the platform, then what this process has measured; the latter even without a database.</summary>
    [Function(nameof(GetMetrics))]
    [Undocumented("It is for scrapers, in Prometheus' own format.")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "metrics")] HttpRequest request)
    {
        var figures = await useCase.HandleAsync(request.Cancellation());
        var families = PlatformMetrics.Of(figures, clock.GetUtcNow()).Concat(process.Read());
        return TypedResults.Bytes(Encoding.UTF8.GetBytes(PrometheusText.Write(families)), PrometheusText.MediaType);
    }
}
