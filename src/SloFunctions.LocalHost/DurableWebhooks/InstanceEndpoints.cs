using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.DurableTask.Client;

namespace SloFunctions.LocalHost.DurableWebhooks;

/// <summary>Where orchestrations are looked at and managed, with the paths and answers of the real host.</summary>
internal sealed class InstanceEndpoints(DurableTaskClient client)
{
    /// <summary>Where all orchestrations are.</summary>
    public const string Path = "/runtime/webhooks/durabletask/instances";

    private const string ContinuationToken = "x-ms-continuation-token";
    private const string RetryAfter = "10";

    public void Map(IEndpointRouteBuilder routes)
    {
        Map(routes, HttpMethods.Get, "", ListAsync);
        Map(routes, HttpMethods.Delete, "", PurgeAllAsync);
        Map(routes, HttpMethods.Get, "/{id}", ShowAsync);
        Map(routes, HttpMethods.Delete, "/{id}", (http, _) => PurgeAsync(http));
        Map(routes, HttpMethods.Post, "/{id}/raiseEvent/{eventName}", (http, _) => RaiseAsync(http));
        Map(routes, HttpMethods.Post, "/{id}/terminate", (http, _) => ChangeAsync(http, (id, reason) => client.TerminateInstanceAsync(id, reason, http.RequestAborted)));
        Map(routes, HttpMethods.Post, "/{id}/suspend", (http, _) => ChangeAsync(http, (id, reason) => client.SuspendInstanceAsync(id, reason, http.RequestAborted)));
        Map(routes, HttpMethods.Post, "/{id}/resume", (http, _) => ChangeAsync(http, (id, reason) => client.ResumeInstanceAsync(id, reason, http.RequestAborted)));
    }

    private static void Map(IEndpointRouteBuilder routes, string method, string path, Func<HttpContext, InstanceFilter, Task> answer) =>
        routes.MapMethods(Path + path, [method], (RequestDelegate)(http => WebhookGuard.AnswerAsync(http, answer)));

    private async Task ListAsync(HttpContext http, InstanceFilter filter)
    {
        string? token = http.Request.Headers[ContinuationToken] is [{ Length: > 0 } given] ? given : null;
        var query = new OrchestrationQuery(
            filter.CreatedFrom, filter.CreatedTo, filter.Statuses, null, filter.Prefix, filter.Top, FetchInputsAndOutputs: true, token);
        await foreach (var page in client.GetAllInstancesAsync(query).AsPages(token, filter.Top).WithCancellation(http.RequestAborted))
        {
            http.Response.Headers[ContinuationToken] = page.ContinuationToken ?? "";
            await InstanceBody.WriteAsync(http.Response, page.Values, filter.ShowInput);
            return;
        }

        await InstanceBody.WriteAsync(http.Response, [], filter.ShowInput);
    }

    private async Task ShowAsync(HttpContext http, InstanceFilter filter)
    {
        if (await client.GetInstanceAsync(InstanceId(http), getInputsAndOutputs: true, http.RequestAborted) is not { } instance)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (!instance.IsCompleted)
        {
            http.Response.StatusCode = StatusCodes.Status202Accepted;
            http.Response.Headers.Location = $"{http.Request.Scheme}://{http.Request.Host}{http.Request.Path}{http.Request.QueryString}";
            http.Response.Headers.RetryAfter = RetryAfter;
        }

        await InstanceBody.WriteAsync(http.Response, instance, filter.ShowInput);
    }

    private async Task RaiseAsync(HttpContext http)
    {
        var payload = await EventPayload.ReadAsync(http.Request);
        string name = WebhookGuard.Text((string)http.Request.RouteValues["eventName"]!, "eventName");
        await ChangeAsync(http, (id, _) => client.RaiseEventAsync(id, name, payload, http.RequestAborted));
    }

    private async Task ChangeAsync(HttpContext http, Func<string, string?, Task> change)
    {
        string id = InstanceId(http);
        string? reason = http.Request.Query["reason"] is [{ Length: > 0 } given] ? WebhookGuard.Text(given, "reason") : null;
        var instance = await client.GetInstanceAsync(id, http.RequestAborted);
        if (instance is { IsCompleted: false }) await change(id, reason);
        http.Response.StatusCode = instance is null ? StatusCodes.Status404NotFound
            : instance.IsCompleted ? StatusCodes.Status410Gone
            : StatusCodes.Status202Accepted;
    }

    private async Task PurgeAsync(HttpContext http) =>
        await SayDeletedAsync(http, await client.PurgeInstanceAsync(InstanceId(http), http.RequestAborted));

    private async Task PurgeAllAsync(HttpContext http, InstanceFilter filter)
    {
        if (filter.CreatedFrom is null) throw new BadHttpRequestException("createdTimeFrom must be stated, so that nobody deletes everything unawares.");
        await SayDeletedAsync(http, await client.PurgeAllInstancesAsync(new PurgeInstancesFilter(filter.CreatedFrom, filter.CreatedTo, filter.Statuses), http.RequestAborted));
    }

    private static Task SayDeletedAsync(HttpContext http, PurgeResult result)
    {
        if (result.PurgedInstanceCount > 0) return http.Response.WriteAsJsonAsync(new { instancesDeleted = result.PurgedInstanceCount }, http.RequestAborted);
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static string InstanceId(HttpContext http) => WebhookGuard.Text((string)http.Request.RouteValues["id"]!, "The id");
}
