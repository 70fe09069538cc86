using System.Linq.Expressions;
using System.Reflection;

namespace SloFunctions.LocalHost.Invocations;

/// <summary>Turns any of a function's result types into a <c>ValueTask&lt;object?&gt;</c>.</summary>
internal static class ResultAdapter
{
    /// <summary>An expression that makes <paramref name="call"/> and awaits its result.</summary>
    public static Expression Adapt(Expression call)
    {
        var type = call.Type;
        if (type == typeof(void))
        {
            return Expression.Block(call, Expression.Default(typeof(ValueTask<object?>)));
        }

        if (type == typeof(Task))
        {
            return Expression.Call(Own(nameof(FromTask)), call);
        }

        if (type == typeof(ValueTask))
        {
            return Expression.Call(Own(nameof(FromValueTask)), call);
        }

        var generic = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        if (generic == typeof(Task<>))
        {
            return Expression.Call(Own(nameof(FromTaskOf)).MakeGenericMethod(type.GetGenericArguments()), call);
        }

        return generic == typeof(ValueTask<>)
            ? Expression.Call(Own(nameof(FromValueTaskOf)).MakeGenericMethod(type.GetGenericArguments()), call)
            : Expression.Call(Own(nameof(FromValue)), Expression.Convert(call, typeof(object)));
    }

    private static MethodInfo Own(string name) =>
        typeof(ResultAdapter).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!;

    private static ValueTask<object?> FromValue(object? value) => ValueTask.FromResult(value);

    private static async ValueTask<object?> FromTask(Task task)
    {
        await task;
        return null;
    }

    private static async ValueTask<object?> FromValueTask(ValueTask task)
    {
        await task;
        return null;
    }

    private static async ValueTask<object?> FromTaskOf<T>(Task<T> task) => await task;

    private static async ValueTask<object?> FromValueTaskOf<T>(ValueTask<T> task) => await task;
}
