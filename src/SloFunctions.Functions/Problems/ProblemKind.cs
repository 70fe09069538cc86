namespace SloFunctions.Functions.Problems;

/// <summary>What a kind of problem means and what helps.</summary>
/// <param name="Code">Its stable name in kebab-case: the last part of the problem's <c>type</c>.</param>
/// <param name="Title">Its name for people: the problem's <c>title</c>.</param>
/// <param name="Statuses">The HTTP statuses it comes with, in ascending order.</param>
/// <param name="Meaning">What has happened.</param>
/// <param name="Remedy">What the caller can do.</param>
public sealed record ProblemKind(string Code, string Title, IReadOnlyList<int> Statuses, string Meaning, string Remedy)
{
    /// <summary>Where it is explained; the problem's <c>type</c>.</summary>
    public string Type => ProblemCatalog.TypeBase + Code;
}
