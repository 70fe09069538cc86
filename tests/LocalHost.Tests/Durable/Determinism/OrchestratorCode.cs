using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using SloFunctions.Functions;

namespace LocalHost.Tests.Durable.Determinism;

/// <summary>Orchestrators as code to be replayed.</summary>
internal static class OrchestratorCode
{
    private static readonly MethodInfo Boxed = typeof(OrchestratorCode).GetMethod(nameof(Box), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>The app's own, by name.</summary>
    public static IReadOnlyDictionary<string, Func<TaskOrchestrationContext, Task<object?>>> OfTheApp { get; } = typeof(FunctionApp).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(method => method.GetParameters().Any(p => p.IsDefined(typeof(OrchestrationTriggerAttribute))))
        .ToDictionary(method => method.GetCustomAttribute<FunctionAttribute>()!.Name, Of, StringComparer.Ordinal);

    private static Func<TaskOrchestrationContext, Task<object?>> Of(MethodInfo method)
    {
        if (!method.ReturnType.IsGenericType)
        {
            var plain = method.CreateDelegate<Func<TaskOrchestrationContext, Task>>();
            return async context =>
            {
                await plain(context);
                return null;
            };
        }

        return (Func<TaskOrchestrationContext, Task<object?>>)Boxed.MakeGenericMethod(method.ReturnType.GetGenericArguments()[0]).Invoke(null, [method])!;
    }

    private static Func<TaskOrchestrationContext, Task<object?>> Box<T>(MethodInfo method)
    {
        var own = method.CreateDelegate<Func<TaskOrchestrationContext, Task<T>>>();
        return async context => await own(context);
    }
}
