using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using SloFunctions.Functions;
using SloFunctions.Functions.OpenApi;

namespace SloFunctions.OpenApi;

/// <summary>A function that answers HTTP requests.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Method">Its code, which carries what is declared of it.</param>
/// <param name="Route">Its route as the trigger states it, without a slash at the start.</param>
/// <param name="Verbs">The HTTP methods it answers.</param>
public sealed partial record HttpFunction(string Name, MethodInfo Method, string Route, IReadOnlyList<string> Verbs)
{
    /// <summary>Every HTTP function of the app, by name; those that are no part of the API, too.</summary>
    public static IReadOnlyList<HttpFunction> All { get; } = [.. Found().OrderBy(f => f.Name, StringComparer.Ordinal)];

    /// <summary>Whether it says what the document needs, or that it is no part of it.</summary>
    public bool IsDeclared => IsUndocumented || (Operation is not null && Declared<AnswersAttribute>().Any());

    /// <summary>Whether it is no part of the API.</summary>
    public bool IsUndocumented => Method.IsDefined(typeof(UndocumentedAttribute));

    /// <summary>What it is as an operation; null when that is not declared.</summary>
    public OperationAttribute? Operation => Method.GetCustomAttribute<OperationAttribute>();

    /// <summary>The names of the values in its route, in their order.</summary>
    public IReadOnlyList<string> RouteValues => [.. RouteValue().Matches(Route).Select(m => m.Groups["name"].Value)];

    /// <summary>Its path as the document writes it: names in snake_case.</summary>
    public string Path => "/" + RouteValue().Replace(Route, m => $"{{{SnakeCase(m.Groups["name"].Value)}}}");

    /// <summary>What is declared of it.</summary>
    public IEnumerable<T> Declared<T>()
        where T : Attribute => Method.GetCustomAttributes<T>();

    /// <summary>A name of the code as one of the API.</summary>
    public static string SnakeCase(string name) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    private static IEnumerable<HttpFunction> Found() =>
        from method in typeof(FunctionApp).Assembly.GetTypes()
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
        let function = method.GetCustomAttribute<FunctionAttribute>()
        where function is not null
        let trigger = method.GetParameters().Select(p => p.GetCustomAttribute<HttpTriggerAttribute>()).FirstOrDefault(t => t is not null)
        where trigger is not null
        select new HttpFunction(function.Name, method, trigger.Route ?? function.Name, trigger.Methods ?? []);

    [GeneratedRegex(@"\{\*{0,2}(?<name>\w+)[^}]*\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RouteValue();
}
