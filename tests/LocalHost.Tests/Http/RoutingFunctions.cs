using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LocalHost.Tests.Http;

public sealed class RoutingFunctions(Probe probe)
{
    [Function("Item")]
    public IResult Item([HttpTrigger(AuthorizationLevel.Anonymous, "get", "put", Route = "items/{id:guid}")] HttpRequest request, Guid id)
    {
        probe.Say(request.Method);
        return Results.Text($"{request.Method} {id}");
    }

    [Function("Named")]
    public IResult Named([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => Results.Text(request.Path);

    [Function("Any")]
    public static IResult Any([HttpTrigger(AuthorizationLevel.Anonymous, Route = "any/{*rest}")] HttpRequest request, string? rest) =>
        Results.Text($"{request.Method} {rest}");

    [Function("Typed")]
    public static IResult Typed(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "typed/{i}/{l}/{d}/{b}/{s}/{o?}")] HttpRequest request,
        int i, long l, double d, bool b, string s, int o = 7) =>
        Results.Text(FormattableString.Invariant($"{request.Method} {i} {l} {d} {b} {s} {o}"));

    [Function("Context")]
    public static IResult Context(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "context/{id}")] HttpRequest request, FunctionContext context, CancellationToken cancellation) =>
        Results.Text(string.Join(' ',
            context.FunctionDefinition.Name,
            context.BindingContext.BindingData["id"],
            context.FunctionDefinition.Parameters.Length,
            context.FunctionDefinition.InputBindings["request"].Type,
            ReferenceEquals(context.GetHttpContext(), request.HttpContext),
            ReferenceEquals(context.InstanceServices, request.HttpContext.RequestServices),
            cancellation == context.CancellationToken,
            Guid.TryParse(context.InvocationId, out _)));
}
