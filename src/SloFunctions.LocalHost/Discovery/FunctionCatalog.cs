using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace SloFunctions.LocalHost.Discovery;

/// <summary>Finds the functions among classes.</summary>
internal static partial class FunctionCatalog
{
    private const BindingFlags AnyMethod =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    /// <summary>The functions of <paramref name="classes"/>, by name.</summary>
    /// <exception cref="LocalHostException">A method is marked as a function, but cannot be one; or two have one name.</exception>
    public static IReadOnlyList<FunctionMethod> Discover(IEnumerable<Type> classes)
    {
        FunctionMethod[] functions =
        [
            .. classes.Where(type => type.IsClass && !type.ContainsGenericParameters && (!type.IsAbstract || type.IsSealed))
                .SelectMany(type => type.GetMethods(AnyMethod))
                .Select(method => (Method: method, Attribute: method.GetCustomAttribute<FunctionAttribute>(inherit: false)))
                .Where(found => found.Attribute is not null)
                .Select(found => Read(found.Attribute!.Name, found.Method))
                .OrderBy(function => function.Name, StringComparer.Ordinal),
        ];

        var twins = functions.GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        return twins is null
            ? functions
            : throw new LocalHostException($"The function name {twins.Key} is used by {string.Join(" and by ", twins.Select(f => f.EntryPoint))}");
    }

    private static FunctionMethod Read(string name, MethodInfo method)
    {
        var where = $"{method.DeclaringType!.FullName}.{method.Name}";
        if (!NamePattern().IsMatch(name))
        {
            throw new LocalHostException($"{where}: \"{name}\" is not a function name: a letter, then letters, digits, - and _, 128 at most");
        }

        if (!method.IsPublic || method.ContainsGenericParameters)
        {
            throw new LocalHostException($"{where}: a function must be a public method without type parameters");
        }

        if (method.ReturnType == typeof(void) && method.IsDefined(typeof(AsyncStateMachineAttribute)))
        {
            throw new LocalHostException($"{where}: an async function must return a Task; nobody could await a void one");
        }

        var triggers = method.GetParameters()
            .Select(parameter => (Parameter: parameter, Trigger: parameter.GetCustomAttribute<TriggerBindingAttribute>()))
            .Where(candidate => candidate.Trigger is not null)
            .ToArray();
        return triggers is [var only]
            ? new FunctionMethod(name, method, only.Parameter, only.Trigger!)
            : throw new LocalHostException($"{where}: a function needs exactly one parameter with a trigger, and this has {triggers.Length}");
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,127}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NamePattern();
}
