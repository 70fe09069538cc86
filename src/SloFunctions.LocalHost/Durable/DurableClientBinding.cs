using System.Linq.Expressions;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using SloFunctions.LocalHost.Discovery;
using SloFunctions.LocalHost.Invocations;

namespace SloFunctions.LocalHost.Durable;

/// <summary>Gives functions of any trigger the client that they ask for.</summary>
internal static class DurableClientBinding
{
    private static readonly MethodInfo GetService = typeof(IServiceProvider).GetMethod(nameof(IServiceProvider.GetService))!;

    /// <summary>Reads a parameter with <see cref="DurableClientAttribute"/>; null for any other.</summary>
    /// <exception cref="LocalHostException">The parameter is not a <see cref="DurableTaskClient"/>.</exception>
    public static Expression? Bind(FunctionMethod function, ParameterInfo parameter, Expression context)
    {
        if (!parameter.IsDefined(typeof(DurableClientAttribute))) return null;
        if (parameter.ParameterType != typeof(DurableTaskClient))
            throw new LocalHostException($"{function.EntryPoint}: the parameter {parameter.Name} with [DurableClient] must be a DurableTaskClient");
        var services = Expression.Property(context, nameof(LocalFunctionContext.InstanceServices));
        return Expression.Convert(Expression.Call(services, GetService, Expression.Constant(typeof(DurableTaskClient))), typeof(DurableTaskClient));
    }
}
