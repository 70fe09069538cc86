using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using SloFunctions.LocalHost.Discovery;
using SloFunctions.LocalHost.Invocations;
using SloFunctions.LocalHost.Settings;
using SloFunctions.LocalHost.Triggers;

namespace SloFunctions.LocalHost.Http;

/// <summary>Functions started by HTTP requests.</summary>
internal sealed class HttpTriggerKind(HostJson settings, HttpInvoker invoker, ParameterPolicyFactory policies) : ITriggerKind
{
    private readonly Dictionary<string, string> taken = new(StringComparer.OrdinalIgnoreCase);

    public bool Handles(FunctionMethod function) => function.Trigger is HttpTriggerAttribute;

    public FunctionTrigger Attach(FunctionMethod function)
    {
        if (function.TriggerParameter.ParameterType != typeof(HttpRequest))
        {
            throw new LocalHostException($"{function.EntryPoint}: the parameter with the HTTP trigger must be an HttpRequest");
        }

        var attribute = (HttpTriggerAttribute)function.Trigger;
        var pattern = Pattern(function, attribute);
        string[] methods = [.. (attribute.Methods ?? []).Select(method => method.ToUpperInvariant()).Distinct()];
        Claim(function, pattern, methods);

        var hosted = new HostedFunction(function, "httpTrigger", (parameter, context) => RouteValues.Bind(pattern, parameter, context));
        return new HttpTrigger(hosted, pattern, methods, invoker);
    }

    private RoutePattern Pattern(FunctionMethod function, HttpTriggerAttribute attribute)
    {
        try
        {
            var pattern = RoutePatternFactory.Parse($"{settings.RoutePrefix}/{attribute.Route?.TrimStart('/') ?? function.Name}".Trim('/'));

            // Routing would notice an unknown constraint only at the first request, and then at every one.
            foreach (var (parameter, policy) in pattern.Parameters.SelectMany(p => p.ParameterPolicies.Select(policy => (p, policy))))
            {
                policies.Create(parameter, policy);
            }

            return pattern;
        }
        catch (Exception wrong) when (wrong is RoutePatternException or InvalidOperationException or RouteCreationException)
        {
            throw new LocalHostException($"{function.EntryPoint}: the route \"{attribute.Route}\" cannot be used: {wrong.Message}", wrong);
        }
    }

    private void Claim(FunctionMethod function, RoutePattern pattern, string[] methods)
    {
        foreach (var claim in methods.DefaultIfEmpty("any method").Select(method => $"{method} /{pattern.RawText}"))
        {
            if (!taken.TryAdd(claim, function.EntryPoint))
            {
                throw new LocalHostException($"{claim} is answered by both {taken[claim]} and {function.EntryPoint}");
            }
        }
    }
}
