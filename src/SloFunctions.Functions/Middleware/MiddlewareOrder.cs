using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Hosting;

namespace SloFunctions.Functions.Middleware;

/// <summary>What runs around functions, the outermost first.</summary>
internal static class MiddlewareOrder
{
    private const string Orchestrator = "orchestrationTrigger";

    /// <summary>Adds all middleware of the app.</summary>
    public static void Add(IFunctionsWorkerApplicationBuilder app)
    {
        Use<TelemetryMiddleware>(app);
        Use<SecurityHeadersMiddleware>(app);
        Use<DrainMiddleware>(app);
        Use<ProblemMiddleware>(app);
        Use<DeadlineMiddleware>(app);
        Use<AccessMiddleware>(app);
        Use<BulkheadMiddleware>(app);
    }

    // An orchestrator is run again from its start at each of its steps. Around it a span would begin each time, and
    // whatever waits would wait for something that its history does not know.
    private static void Use<T>(IFunctionsWorkerApplicationBuilder app)
        where T : class, IFunctionsWorkerMiddleware => app.UseWhen<T>(IsNoOrchestrator);

    private static bool IsNoOrchestrator(FunctionContext context)
    {
        foreach (var (_, binding) in context.FunctionDefinition.InputBindings)
        {
            if (string.Equals(binding.Type, Orchestrator, StringComparison.OrdinalIgnoreCase)) return false;
        }

        return true;
    }
}
