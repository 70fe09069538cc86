using System.Text.Json;
using SloFunctions.Application.Validation;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Reliability;

/// <summary>
/// Reads networks from JSON: one case, a list of cases, or an object whose properties are such lists. A case is an object of
/// <c>nodes</c> (<c>id</c> and <c>availability</c>), <c>hard</c> (pairs of caller and callee), <c>redundancy_groups</c> (<c>source</c> and
/// <c>any_of</c>), and <c>target</c> or <c>targets</c>. Other properties are left alone.
/// </summary>
public static class CompositeFile
{
    private const int ReportedErrors = 20;

    /// <summary>Reads all cases.</summary>
    /// <param name="json">The file, UTF-8.</param>
    /// <returns>The cases in their order, or the fields at fault by their paths.</returns>
    public static Result<IReadOnlyList<CompositeCase>> Read(ReadOnlyMemory<byte> json)
    {
        if (JsonSyntax.Complaint(json.Span) is { } complaint) return Error.Invalid([complaint]);
        using var document = JsonDocument.Parse(JsonSyntax.WithoutMark(json), JsonSyntax.Options);
        var errors = new FieldErrors(ReportedErrors);
        var cases = new List<CompositeCase>();
        foreach (var (name, item) in Cases(document.RootElement))
        {
            if (new CompositeCaseReader(name, errors).Read(item) is { } read) cases.Add(read);
            if (errors.IsFull) break;
        }

        if (errors.IsEmpty && cases.Count == 0) errors.Add("file", "There is no case in it: an object with nodes, hard and target is expected, or a list of them.");
        return errors.IsEmpty ? Result<IReadOnlyList<CompositeCase>>.Success(cases) : errors.ToError();
    }

    private static IEnumerable<(string Name, JsonElement Case)> Cases(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array) return Listed("", root);
        if (root.ValueKind != JsonValueKind.Object || IsCase(root)) return [("", root)];
        // Beside lists of cases there may be a title or a version.
        return root.EnumerateObject().SelectMany(p => p.Value.ValueKind switch
        {
            JsonValueKind.Array => Listed(JsonSyntax.Printable(p.Name), p.Value),
            JsonValueKind.Object => [(JsonSyntax.Printable(p.Name), p.Value)],
            _ => Enumerable.Empty<(string, JsonElement)>(),
        });
    }

    // Any of these tells a case that lacks the others from an object of lists.
    private static bool IsCase(JsonElement root) =>
        root.TryGetProperty("target", out _) || root.TryGetProperty("targets", out _) || root.TryGetProperty("nodes", out _)
        || root.TryGetProperty("hard", out _) || !root.EnumerateObject().Any();

    private static IEnumerable<(string Name, JsonElement Case)> Listed(string name, JsonElement list) =>
        list.EnumerateArray().Select((item, i) => ($"{name}[{i}]", item));
}
