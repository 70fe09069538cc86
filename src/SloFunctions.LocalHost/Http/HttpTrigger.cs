using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using SloFunctions.LocalHost.Invocations;
using SloFunctions.LocalHost.Triggers;

namespace SloFunctions.LocalHost.Http;

/// <summary>A route and its methods. No methods means any.</summary>
internal sealed class HttpTrigger(HostedFunction function, RoutePattern pattern, string[] methods, HttpInvoker invoker)
    : FunctionTrigger(function)
{
    public override string Description => $"{(methods.Length == 0 ? "*" : string.Join(',', methods))} /{pattern.RawText}";

    public override void Map(IEndpointRouteBuilder routes)
    {
        var endpoint = routes.Map(pattern, http => invoker.InvokeAsync(Function, http)).WithDisplayName(Function.Name);
        if (methods.Length > 0)
        {
            endpoint.WithMetadata(new HttpMethodMetadata(methods));
        }
    }
}
