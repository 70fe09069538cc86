using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using SloFunctions.LocalHost.Invocations;

namespace SloFunctions.LocalHost.Http;

/// <summary>Reads a function's parameters from the values of its route.</summary>
internal static class RouteValues
{
    private static readonly HashSet<Type> Readable =
        [typeof(string), typeof(int), typeof(long), typeof(Guid), typeof(bool), typeof(double)];

    /// <summary>An expression that reads <paramref name="parameter"/>, or null when the route has no such value or the type cannot be read.</summary>
    public static Expression? Bind(RoutePattern pattern, ParameterInfo parameter, Expression context)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        if (pattern.GetParameter(parameter.Name!) is null || !Readable.Contains(type))
        {
            return null;
        }

        var isOptional = type != parameter.ParameterType || type == typeof(string) || parameter.HasDefaultValue;
        var fallback = parameter is { HasDefaultValue: true, DefaultValue: not null }
            ? Expression.Constant(parameter.DefaultValue, parameter.ParameterType)
            : (Expression)Expression.Default(parameter.ParameterType);
        var name = Expression.Constant(parameter.Name);
        var read = Expression.Convert(Expression.Call(Own(nameof(Read)).MakeGenericMethod(type), context, name), parameter.ParameterType);
        return isOptional ? Expression.Condition(Expression.Call(Own(nameof(IsAbsent)), context, name), fallback, read) : read;
    }

    private static MethodInfo Own(string name) => typeof(RouteValues).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!;

    private static bool IsAbsent(LocalFunctionContext context, string name) => context.Data(name) is null;

    private static T Read<T>(LocalFunctionContext context, string name)
        where T : IParsable<T>
    {
        var text = Convert.ToString(context.Data(name), CultureInfo.InvariantCulture);
        return T.TryParse(text, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new FunctionInputConverterException($"The route value {name} is not a {typeof(T).Name}");
    }
}
