using Microsoft.AspNetCore.Http;

namespace SloFunctions.LocalHost.EventGrid;

/// <summary>Agrees to a new subscription, as each of the two schemas asks for it.</summary>
internal static class SubscriptionHandshake
{
    private const string PublicCloud = "eventgrid.azure.net";

    // The clouds of Azure. Whoever else asks is not allowed, and told so by an origin that is not theirs.
    private static readonly HashSet<string> Origins = new(StringComparer.Ordinal)
    {
        PublicCloud, "eventgrid.azure.us", "eventgrid.azure.cn", "eventgrid.azure.eaglex.ic.gov", "eventgrid.azure.microsoft.scloud",
    };

    /// <summary>CloudEvents: names the origin that may deliver here, at any rate.</summary>
    public static void Allow(HttpContext http)
    {
        string asked = http.Request.Headers["WebHook-Request-Origin"].ToString();
        http.Response.Headers["WebHook-Allowed-Origin"] = Origins.Contains(asked) ? asked : PublicCloud;
        http.Response.Headers["WebHook-Allowed-Rate"] = "*";
    }

    /// <summary>Event Grid's own schema: sends back the code of the validation event.</summary>
    public static async Task ConfirmAsync(HttpContext http)
    {
        if (await EventGridBody.ReadAsync(http.Request) is { } body && EventGridBody.ValidationCode(body) is { } code)
        {
            await http.Response.WriteAsJsonAsync(new { validationResponse = code }, http.RequestAborted);
            return;
        }

        http.Response.StatusCode = StatusCodes.Status400BadRequest;
    }
}
