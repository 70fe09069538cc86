using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace SloFunctions.LocalHost.EventGrid;

/// <summary>The address that Event Grid delivers to, with the handshakes of both of its schemas.</summary>
internal sealed class EventGridWebhook(IEnumerable<EventGridTrigger> triggers)
{
    public const string Path = "/runtime/webhooks/eventgrid";

    private readonly Dictionary<string, EventGridTrigger> byName =
        triggers.ToDictionary(trigger => trigger.Function.Name, StringComparer.Ordinal);

    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapMethods(Path, [HttpMethods.Post, HttpMethods.Options], (RequestDelegate)AnswerAsync);

    private async Task AnswerAsync(HttpContext http)
    {
        if (!LocalCaller.Sent(http))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
        else if (!byName.TryGetValue(http.Request.Query["functionName"].ToString(), out var trigger))
        {
            await SayAsync(http, StatusCodes.Status404NotFound, "functionName must name a function with an Event Grid trigger.");
        }
        else if (HttpMethods.IsOptions(http.Request.Method))
        {
            SubscriptionHandshake.Allow(http);
        }
        else
        {
            await ReceiveAsync(trigger, http);
        }
    }

    private static async Task ReceiveAsync(EventGridTrigger trigger, HttpContext http)
    {
        try
        {
            await ((http.Request.Headers["aeg-event-type"].FirstOrDefault() ?? "").ToUpperInvariant() switch
            {
                "NOTIFICATION" => DeliverAsync(trigger, http),
                "SUBSCRIPTIONVALIDATION" => SubscriptionHandshake.ConfirmAsync(http),
                "UNSUBSCRIBE" => SayAsync(http, StatusCodes.Status202Accepted, ""),
                _ => SayAsync(http, StatusCodes.Status400BadRequest, "The header aeg-event-type must be Notification, SubscriptionValidation or Unsubscribe."),
            });
        }
        catch (BadHttpRequestException refused)
        {
            http.Response.StatusCode = refused.StatusCode;
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The caller is gone; nobody is left to be answered.
        }
    }

    private static async Task DeliverAsync(EventGridTrigger trigger, HttpContext http)
    {
        if (await EventGridBody.ReadAsync(http.Request) is not { } body)
        {
            await SayAsync(http, StatusCodes.Status400BadRequest, "The body must be an event or an array of events, in JSON.");
            return;
        }

        http.Response.StatusCode = await trigger.DeliverAsync(EventGridBody.Events(body))
            ? StatusCodes.Status202Accepted
            : StatusCodes.Status500InternalServerError;
    }

    private static Task SayAsync(HttpContext http, int status, string text)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain";
        return http.Response.WriteAsync(text, http.RequestAborted);
    }
}
