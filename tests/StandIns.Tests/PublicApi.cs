using System.Reflection;

namespace StandIns.Tests;

/// <summary>The public API of the real packages, read from the lists in <c>api/</c>.</summary>
public sealed class PublicApi
{
    private readonly HashSet<string> members;
    private readonly Dictionary<string, (string Kind, string[] Bases)> types;

    private PublicApi(IReadOnlyCollection<string> lines)
    {
        members = [.. lines.Where(line => !line.StartsWith("T:", StringComparison.Ordinal)).Select(line => line.TrimEnd())];
        types = lines.Where(line => line.StartsWith("T:", StringComparison.Ordinal))
            .Select(line => line.Split(" | "))
            .GroupBy(parts => parts[0])
            .ToDictionary(group => group.Key, group => (group.First()[1].Trim(), SplitTypes(group.First().ElementAtOrDefault(2) ?? "")));
    }

    public static PublicApi Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return new PublicApi(
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.EndsWith(".txt", StringComparison.Ordinal))
                .SelectMany(name => Lines(assembly, name)),
        ]);
    }

    public int Count => members.Count + types.Count;

    public bool HasMember(string line) => members.Contains(line.TrimEnd());

    public bool TryGetType(string id, out (string Kind, string[] Bases) type) => types.TryGetValue(id, out type);

    /// <summary>What the lists say about a member's id, to show beside what was found.</summary>
    public string? LineOf(string id) => members.FirstOrDefault(line => line.StartsWith(id + " | ", StringComparison.Ordinal));

    private static string[] Lines(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Splits at the commas that stand outside angle brackets.</summary>
    private static string[] SplitTypes(string text)
    {
        var depth = 0;
        var marked = string.Concat(text.Select(c =>
        {
            depth += c == '<' ? 1 : c == '>' ? -1 : 0;
            return c == ',' && depth == 0 ? '\n' : c;
        }));
        return marked.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
