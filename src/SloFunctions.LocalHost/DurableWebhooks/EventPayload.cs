using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace SloFunctions.LocalHost.DurableWebhooks;

/// <summary>The body of an event that is raised over HTTP.</summary>
internal static class EventPayload
{
    // As much as a payload may have, and room for white space.
    private const int MostBytes = 64 * 1024;

    /// <summary>Reads it; null for none.</summary>
    /// <exception cref="BadHttpRequestException">It is too long, or no JSON.</exception>
    public static async Task<object?> ReadAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        byte[] part = new byte[8 * 1024];
        for (int read; (read = await request.Body.ReadAsync(part, request.HttpContext.RequestAborted)) > 0;)
        {
            body.Write(part, 0, read);
            if (body.Length > MostBytes) throw new BadHttpRequestException($"The body must have at most {MostBytes} bytes.", StatusCodes.Status413PayloadTooLarge);
        }

        if (body.Length == 0) return null;
        try
        {
            using var json = JsonDocument.Parse(body.GetBuffer().AsMemory(0, (int)body.Length));
            return json.RootElement.Clone();
        }
        catch (JsonException malformed)
        {
            throw new BadHttpRequestException("The body must be JSON.", malformed);
        }
    }
}
