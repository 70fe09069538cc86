using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SloFunctions.Application.Maintenance;
using SloFunctions.Functions.Access;
using SloFunctions.Functions.OpenApi;
using SloFunctions.Functions.Problems;

namespace SloFunctions.Functions.Http;

/// <summary>GET and POST /api/v1/services/{service_id}/maintenance-windows, DELETE …/{window_id}.</summary>
public sealed class MaintenanceWindows(ManageMaintenanceWindows useCase)
{
    private const string Route = "api/v1/services/{serviceId}/maintenance-windows";
    private const string Tag = "Error budgets";

    /// <summary>Shows the maintenance windows of a service that are not over, and those that ended within an SLO window.</summary>
    [Function("ListMaintenanceWindows")]
    [Operation(Tag)]
    [Answers(StatusCodes.Status200OK, typeof(MaintenanceWindowsDocument))]
    [Problem(StatusCodes.Status403Forbidden, "not-your-service")]
    [Problem(StatusCodes.Status404NotFound, "service-not-found")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
        string serviceId) =>
        Answer.From(await useCase.ListAsync(RouteText.Of(serviceId), request.Caller(), request.Cancellation()), request);

    /// <summary>
    /// Announces planned maintenance of a service: its requests in that time are left out of its error budgets. Said again with the
    /// same times and reason, it is answered as it was first and changes nothing.
    /// </summary>
    [Function("AnnounceMaintenance")]
    [Operation(Tag)]
    [Accepts(typeof(MaintenanceWindowBody), Example = BodyExamples.MaintenanceWindow)]
    [Answers(StatusCodes.Status201Created, typeof(MaintenanceWindowDocument))]
    [Problem(StatusCodes.Status403Forbidden, "not-your-service")]
    [Problem(StatusCodes.Status404NotFound, "service-not-found")]
    [Problem(StatusCodes.Status409Conflict, "maintenance-window-overlap")]
    [Problem(StatusCodes.Status409Conflict, "too-many-maintenance-windows")]
    [Problem(StatusCodes.Status422UnprocessableEntity, "maintenance-share-exceeded")]
    public async Task<IResult> AnnounceAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string serviceId) =>
        (await JsonBody.ReadAsync<MaintenanceWindowBody>(request, request.Cancellation())).TryGet(out var body, out var error)
            ? Answer.From(await useCase.AnnounceAsync(RouteText.Of(serviceId), body, request.Caller(), request.Cancellation()), request, StatusCodes.Status201Created)
            : error.ToProblem(request);

    /// <summary>Takes a maintenance window back: a planned one is removed, a running one ends now, and one that is over is removed by administrators only, its requests being counted again.</summary>
    [Function("EndMaintenance")]
    [Operation(Tag)]
    [Answers(StatusCodes.Status200OK, typeof(MaintenanceWindowDocument))]
    [Problem(StatusCodes.Status403Forbidden, "not-your-service")]
    [Problem(StatusCodes.Status404NotFound, "service-not-found")]
    [Problem(StatusCodes.Status404NotFound, "maintenance-window-not-found")]
    public async Task<IResult> EndAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Route + "/{windowId}")] HttpRequest request,
        string serviceId,
        string windowId) =>
        Answer.From(await useCase.EndAsync(RouteText.Of(serviceId), windowId, request.Caller(), request.Cancellation()), request);
}
