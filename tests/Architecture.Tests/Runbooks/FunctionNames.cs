using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using SloFunctions.Functions;
using SloFunctions.Testing.Runbooks;

namespace SloFunctions.Architecture.Tests.Runbooks;

/// <summary>Functions that pages start by hand, switch off, or look for in telemetry.</summary>
internal static partial class FunctionNames
{
    private static readonly Lazy<HashSet<string>> Known = new(() =>
    [
        .. typeof(FunctionApp).Assembly.GetTypes()
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Select(m => m.GetCustomAttribute<FunctionAttribute>()?.Name).OfType<string>(),
    ]);

    public static IEnumerable<string> Named(MarkdownPage page) =>
        Started().Matches(page.Text).Select(m => m.Groups["name"].Value)
            .Concat(Looped().Matches(page.Text).SelectMany(m => m.Groups["names"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            .Concat(Disabled().Matches(page.Text).Select(m => m.Groups["name"].Value))
            .Concat(Searched().Matches(page.Text).SelectMany(m => Quoted().Matches(m.Value)).Select(m => m.Groups["name"].Value));

    public static bool IsKnown(string name) => Known.Value.Contains(name);

    [GeneratedRegex("""(/admin/functions/|functionName=)(?<name>[A-Za-z]+)""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Started();

    [GeneratedRegex("""for function in (?<names>[A-Za-z ]+);""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Looped();

    [GeneratedRegex("""AzureWebJobs\.(?<name>[A-Za-z]+)\.Disabled""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Disabled();

    [GeneratedRegex("""OperationName (has|has_any|==) ?(\([^)]*\)|'[^']*')""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Searched();

    [GeneratedRegex("""'(?<name>[^']*)'""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Quoted();
}
