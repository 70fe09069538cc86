using System.Data.Common;
using Microsoft.AspNetCore.Http;

namespace SloFunctions.LocalHost.DurableWebhooks;

/// <summary>Keeps others than this machine away, and answers bad questions and a missing database.</summary>
internal static class WebhookGuard
{
    private const int MostCharacters = 1000;

    /// <summary>Answers a request.</summary>
    public static async Task AnswerAsync(HttpContext http, Func<HttpContext, InstanceFilter, Task> answer)
    {
        if (!LocalCaller.Sent(http))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        try
        {
            await answer(http, InstanceFilter.Read(http.Request.Query));
        }
        catch (BadHttpRequestException refused)
        {
            await SayAsync(http, refused.StatusCode, refused.Message);
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException)
        {
            await SayAsync(http, StatusCodes.Status400BadRequest, wrong.Message);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The caller is gone; nobody is left to be answered.
        }
        catch (Exception away) when (away is DbException or TimeoutException or OperationCanceledException or InvalidOperationException)
        {
            await SayAsync(http, StatusCodes.Status503ServiceUnavailable, "The database of orchestrations does not answer.");
        }
    }

    /// <summary>A text that may be stored and shown.</summary>
    /// <exception cref="BadHttpRequestException">It is too long or holds control characters.</exception>
    public static string Text(string text, string name) => text.Length <= MostCharacters && !text.Any(char.IsControl)
        ? text
        : throw new BadHttpRequestException($"{name} must have at most {MostCharacters} characters, none of them a control character.");

    private static Task SayAsync(HttpContext http, int status, string text)
    {
        if (http.Response.HasStarted) return Task.CompletedTask;
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(text, http.RequestAborted);
    }
}
