using System.Reflection;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;

namespace SloFunctions.Testing.Orchestrations;

/// <summary>The activities of an assembly of functions, on given services; what no service is given for is made of those.</summary>
public sealed class DirectActivities(Assembly functions, IServiceProvider services)
{
    private readonly Dictionary<string, MethodInfo> methods = functions.GetTypes()
        .SelectMany(t => t.GetMethods())
        .Where(m => m.GetParameters().Any(p => p.IsDefined(typeof(ActivityTriggerAttribute))))
        .ToDictionary(m => m.GetCustomAttribute<FunctionAttribute>()!.Name, StringComparer.Ordinal);

    /// <summary>Runs one.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="input">What it is given, as JSON.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>What it gives, as JSON.</returns>
    public async Task<string> RunAsync(string name, string input, CancellationToken cancellation)
    {
        var method = methods[name];
        object?[] arguments = [.. method.GetParameters().Select(
            p => p.ParameterType == typeof(CancellationToken) ? cancellation : JsonSerializer.Deserialize(input, p.ParameterType))];
        var work = (Task)method.Invoke(Make(method.DeclaringType!), BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
        await work;
        bool hasResult = method.ReturnType.IsGenericType;
        return hasResult ? JsonSerializer.Serialize(work.GetType().GetProperty("Result")!.GetValue(work)) : "null";
    }

    private object Make(Type type)
    {
        if (services.GetService(type) is { } given) return given;
        var constructor = type.GetConstructors().Single();
        return constructor.Invoke([.. constructor.GetParameters().Select(p => Make(p.ParameterType))]);
    }
}
