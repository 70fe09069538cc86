using System.Collections.Immutable;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Azure.Functions.Worker;

namespace SloFunctions.Functions.Http;

/// <summary>The routes of the app's functions, as their triggers state them.</summary>
internal static class RouteTable
{
    private static readonly ImmutableArray<(TemplateMatcher Path, string[] Methods)> Routes = [.. Read(typeof(RouteTable).Assembly)];

    /// <summary>The methods that are served at a path, in upper case and in order; none when nothing is.</summary>
    public static IReadOnlyList<string> MethodsAt(PathString path) =>
        [.. Routes.Where(route => route.Path.TryMatch(path, [])).SelectMany(route => route.Methods).Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<(TemplateMatcher Path, string[] Methods)> Read(Assembly functions) => functions.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(method => method.GetCustomAttribute<FunctionAttribute>() is { Name: not nameof(UnknownRoute) })
        .SelectMany(method => method.GetParameters())
        .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>())
        .OfType<HttpTriggerAttribute>()
        .Select(trigger => (
            new TemplateMatcher(TemplateParser.Parse(trigger.Route!), []),
            trigger.Methods!.Select(method => method.ToUpperInvariant()).ToArray()));
}
