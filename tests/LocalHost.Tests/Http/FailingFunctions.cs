using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LocalHost.Tests.Http;

public sealed class FailingFunctions(Probe probe)
{
    [Function("Throws")]
    public IResult Throws([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
    {
        request.HttpContext.Response.Headers["X-Half-Done"] = "yes";
        throw new InvalidOperationException("boom");
    }

    [Function("ThrowsLate")]
    public async Task ThrowsLate([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
    {
        await request.HttpContext.Response.WriteAsync("half");
        await request.HttpContext.Response.Body.FlushAsync();
        throw new InvalidOperationException("late boom");
    }

    [Function("Waits")]
    public async Task<IResult> Waits([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, CancellationToken cancellation)
    {
        probe.Say("waiting");
        try
        {
            await Task.Delay(Timeout.Infinite, cancellation);
        }
        finally
        {
            probe.Say("released");
        }

        return Results.Ok();
    }

    [Function("Fine")]
    public IResult Fine([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => Results.Text("fine");

    [Function("Slow")]
    public async Task<IResult> Slow([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, CancellationToken cancellation)
    {
        probe.Say("slow");
        await probe.Gate.Task.WaitAsync(cancellation);
        return Results.Text("done");
    }
}
