using System.Collections.Concurrent;
using System.Text;

namespace SloFunctions.Infrastructure.Postgres;

/// <summary>The SQL files embedded in this assembly, by their path below <c>Postgres/</c>.</summary>
public static class SqlFiles
{
    private static readonly ConcurrentDictionary<string, string> Loaded = new(StringComparer.Ordinal);

    /// <summary>Every name that <see cref="Load"/> knows, in ordinal order.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. typeof(SqlFiles).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];

    /// <summary>The text of one file, with line feeds as line ends however it was checked out.</summary>
    /// <param name="name">For example <c>Roles/bootstrap.sql</c>.</param>
    /// <exception cref="FileNotFoundException">No such file is embedded.</exception>
    public static string Load(string name) => Loaded.GetOrAdd(name, Read);

    private static string Read(string name)
    {
        using var stream = typeof(SqlFiles).Assembly.GetManifestResourceStream(name)
            ?? throw new FileNotFoundException($"No SQL file '{name}' is embedded.", name);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
