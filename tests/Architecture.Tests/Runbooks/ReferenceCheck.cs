using SloFunctions.Testing.Runbooks;

namespace SloFunctions.Architecture.Tests.Runbooks;

/// <summary>One kind of thing that pages name and that has to exist.</summary>
/// <param name="Kind">What it is called in a mistake.</param>
/// <param name="Named">All that a page names of the kind.</param>
/// <param name="IsKnown">Whether there is such a thing.</param>
/// <param name="Fewest">How many different ones all pages together name at the least: fewer mean that they are not found in the text any more.</param>
internal sealed record ReferenceCheck(string Kind, Func<MarkdownPage, IEnumerable<string>> Named, Func<string, bool> IsKnown, int Fewest)
{
    /// <summary>What a page names and does not exist; empty when nothing.</summary>
    public IReadOnlyList<string> Mistakes(MarkdownPage page) => [.. Named(page).Distinct().Where(name => !IsKnown(name)).Select(name => $"{page.Name}: no {Kind} {name}")];

    public override string ToString() => Kind;
}
