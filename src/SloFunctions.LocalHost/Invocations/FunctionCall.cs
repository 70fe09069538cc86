using System.Linq.Expressions;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using SloFunctions.LocalHost.Discovery;
using SloFunctions.LocalHost.Durable;

namespace SloFunctions.LocalHost.Invocations;

/// <summary>The call of a function's method, compiled when it is first made.</summary>
internal sealed class FunctionCall
{
    private readonly Lazy<Func<LocalFunctionContext, ValueTask<object?>>> compiled;

    /// <exception cref="LocalHostException">A parameter can be read from nowhere.</exception>
    public FunctionCall(FunctionMethod function, Func<ParameterInfo, Expression, Expression?> bind)
    {
        // The tree is built now, so that a wrong parameter stops the host from starting; compiling can wait.
        var tree = Build(function, bind);
        compiled = new(tree.Compile);
    }

    public ValueTask<object?> InvokeAsync(LocalFunctionContext context) => compiled.Value(context);

    private static Expression<Func<LocalFunctionContext, ValueTask<object?>>> Build(
        FunctionMethod function, Func<ParameterInfo, Expression, Expression?> bind)
    {
        var context = Expression.Parameter(typeof(LocalFunctionContext), "context");
        var arguments = function.Method.GetParameters().Select(parameter => Argument(function, parameter, context, bind));
        var call = Expression.Call(Instance(function.Method, context), function.Method, arguments);
        return Expression.Lambda<Func<LocalFunctionContext, ValueTask<object?>>>(ResultAdapter.Adapt(call), context);
    }

    private static UnaryExpression? Instance(MethodInfo method, Expression context)
    {
        if (method.IsStatic)
        {
            return null;
        }

        var factory = ActivatorUtilities.CreateFactory(method.ReflectedType!, Type.EmptyTypes);
        var services = Expression.Property(context, nameof(LocalFunctionContext.InstanceServices));
        var create = Expression.Invoke(Expression.Constant(factory), services, Expression.Constant(null, typeof(object[])));
        return Expression.Convert(create, method.ReflectedType!);
    }

    private static Expression Argument(
        FunctionMethod function, ParameterInfo parameter, Expression context, Func<ParameterInfo, Expression, Expression?> bind)
    {
        if (parameter == function.TriggerParameter)
        {
            return Expression.Convert(Expression.Property(context, nameof(LocalFunctionContext.Trigger)), parameter.ParameterType);
        }

        if (parameter.ParameterType == typeof(FunctionContext))
        {
            return Expression.Convert(context, typeof(FunctionContext));
        }

        if (parameter.ParameterType == typeof(CancellationToken))
        {
            return Expression.Property(context, nameof(LocalFunctionContext.CancellationToken));
        }

        return DurableClientBinding.Bind(function, parameter, context) ?? bind(parameter, context)
            ?? throw new LocalHostException(
                $"{function.EntryPoint}: nothing provides the parameter {parameter.ParameterType.Name} {parameter.Name}; "
                + "services belong in the class's constructor");
    }
}
