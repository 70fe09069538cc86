using System.Collections.Frozen;

namespace SloFunctions.Functions.Problems;

/// <summary>Every kind of problem that the app answers with. A code that is not listed here must not be used.</summary>
public static class ProblemCatalog
{
    /// <summary>What the type of every problem begins with. Relative, and so the same everywhere: it leads to the explanation on whichever host was asked.</summary>
    public const string TypeBase = "/errors/";

    private static readonly FrozenDictionary<string, ProblemKind> Known = RequestProblems.All.Concat(AccessProblems.All).Concat(ServerProblems.All)
        .ToFrozenDictionary(kind => kind.Code, StringComparer.Ordinal);

    /// <summary>All kinds, by code.</summary>
    public static IReadOnlyList<ProblemKind> All { get; } = [.. Known.Values.OrderBy(kind => kind.Code, StringComparer.Ordinal)];

    /// <summary>The kind of a code; null when there is none.</summary>
    public static ProblemKind? Find(string code) => Known.GetValueOrDefault(code);
}
