using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace LocalHost.Tests.Http;

public sealed class ResultFunctions
{
    [Function("Plain")]
    public async Task<IResult> Plain([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
    {
        await Task.Yield();
        return Results.Json(new { method = request.Method }, statusCode: 201);
    }

    [Function("Action")]
    public async ValueTask<IActionResult> Action([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
    {
        await Task.Yield();
        return new OkObjectResult(new { Method = request.Method });
    }

    [Function("Status")]
    public IActionResult Status([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => new StatusCodeResult(418);

    [Function("Content")]
    public IActionResult Content([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        new ContentResult { Content = "<p/>", ContentType = "text/html", StatusCode = 202 };

    [Function("Text")]
    public string Text([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => "lost";

    [Function("Null")]
    public Task<IResult?> Null([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => Task.FromResult<IResult?>(null);

    [Function("Nothing")]
    public void Nothing([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
    {
    }

    [Function("Written")]
    public async Task Written([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, CancellationToken cancellation)
    {
        request.HttpContext.Response.StatusCode = 203;
        await request.HttpContext.Response.WriteAsync("by hand", cancellation);
    }

    [Function("WrittenValue")]
    public async ValueTask WrittenValue([HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request, CancellationToken cancellation) =>
        await request.Body.CopyToAsync(request.HttpContext.Response.Body, cancellation);
}
