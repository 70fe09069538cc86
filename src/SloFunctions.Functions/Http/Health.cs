using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Hosting;
using SloFunctions.Application.Health;
using SloFunctions.Functions.OpenApi;

namespace SloFunctions.Functions.Http;

/// <summary>GET /api/v1/health and /api/v1/health/ready.</summary>
public sealed class Health(CheckReadiness useCase, IHostApplicationLifetime lifetime)
{
    /// <summary>Says that the process runs, and nothing more.</summary>
    [Function("Liveness")]
    [Operation("Health")]
    [Answers(StatusCodes.Status200OK, typeof(Liveness))]
    public static IResult Live(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/health")] HttpRequest request) =>
        Answer.Json(new Liveness("healthy"));

    /// <summary>Says whether requests can be served: 503 only when they cannot.</summary>
    [Function("Readiness")]
    [Operation("Health")]
    [Answers(StatusCodes.Status200OK, typeof(Readiness))]
    [Answers(StatusCodes.Status503ServiceUnavailable, typeof(Readiness), Description = "PostgreSQL is down.")]
    public async Task<IResult> ReadyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/health/ready")] HttpRequest request)
    {
        // Whoever sends requests here is to stop before nobody listens any more.
        if (lifetime.ApplicationStopping.IsCancellationRequested) return Answer.Json(Readiness.Stopping, StatusCodes.Status503ServiceUnavailable);
        var readiness = await useCase.HandleAsync(request.Cancellation());
        int status = readiness.Status == "unavailable" ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
        return Answer.Json(readiness, status);
    }
}
