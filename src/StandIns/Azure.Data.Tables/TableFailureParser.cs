using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>Reads why the service refused, from <c>odata.error</c>.</summary>
internal sealed class TableFailureParser : RequestFailedDetailsParser
{
    public override bool TryParse(Response response, out ResponseError? error, out IDictionary<string, string>? data)
    {
        (error, data) = (null, null);
        if (response.ContentStream is not { CanSeek: true } body) return false;
        try
        {
            body.Position = 0;
            using var document = JsonDocument.Parse(body);
            var stated = document.RootElement.GetProperty("odata.error");
            error = new ResponseError(stated.GetProperty("code").GetString(), stated.GetProperty("message").GetProperty("value").GetString());
            return true;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // A proxy's answer, say: the status must do.
            return false;
        }
        finally
        {
            body.Position = 0;
        }
    }
}
