using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SloFunctions.LocalHost.Triggers;

namespace SloFunctions.LocalHost.Admin;

/// <summary><c>POST /admin/functions/{name}</c>: starts a function by hand. In place of the real host's master key it asks
/// that the caller be on this machine, and no web page.</summary>
internal sealed class AdminEndpoint(IReadOnlyList<FunctionTrigger> triggers)
{
    private readonly Dictionary<string, FunctionTrigger> byName =
        triggers.ToDictionary(trigger => trigger.Function.Name, StringComparer.OrdinalIgnoreCase);

    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/admin/functions/{name}", (RequestDelegate)FireAsync);

    private async Task FireAsync(HttpContext http)
    {
        http.Response.StatusCode = !LocalCaller.Sent(http)
            ? StatusCodes.Status403Forbidden
            : byName.TryGetValue((string)http.Request.RouteValues["name"]!, out var trigger)
                ? await FireAsync(trigger, http.Request)
                : StatusCodes.Status404NotFound;
    }

    private static async Task<int> FireAsync(FunctionTrigger trigger, HttpRequest request)
    {
        try
        {
            var input = await ReadInputAsync(request);
            return trigger.TryFire(input) ? StatusCodes.Status202Accepted : StatusCodes.Status400BadRequest;
        }
        catch (JsonException)
        {
            return StatusCodes.Status400BadRequest;
        }
        catch (BadHttpRequestException refused)
        {
            return refused.StatusCode;
        }
    }

    /// <summary>The text, or the JSON, under <c>input</c>; null without a body or without that property.</summary>
    private static async Task<string?> ReadInputAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        if (body.Length == 0)
        {
            return null;
        }

        using var json = JsonDocument.Parse(body.GetBuffer().AsMemory(0, (int)body.Length));
        return json.RootElement.ValueKind != JsonValueKind.Object ? throw new JsonException("An object is expected.")
            : !json.RootElement.TryGetProperty("input", out var input) ? null
            : input.ValueKind == JsonValueKind.String ? input.GetString() : input.GetRawText();
    }
}
