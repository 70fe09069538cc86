using System.Text.Json;
using SloFunctions.Application.Validation;
using SloFunctions.Domain.Vocabulary;

namespace SloFunctions.Application.AutoApproval;

/// <summary>Reads the properties of a JSON object and notes those that are not as expected. Null stands for a missing one.</summary>
/// <param name="json">The object.</param>
/// <param name="field">Its own name, before those of its properties.</param>
/// <param name="errors">Takes the notes.</param>
internal sealed class JsonFields(JsonElement json, string field, FieldErrors errors)
{
    public bool Has(string name) => Find(name) is not null;

    public double? Number(string name, double least, double most)
    {
        if (Find(name) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && number >= least && number <= most) return number;
        errors.Add(Path(name), FormattableString.Invariant($"A number from {least} to {most} is expected."));
        return null;
    }

    public string? Text(string name, int maxLength)
    {
        if (Find(name) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.String) return errors.Text(value.GetString(), Path(name), maxLength);
        errors.Add(Path(name), "A text is expected.");
        return null;
    }

    public IReadOnlyList<string> Texts(string name, int maxLength) =>
        [.. Entries(name).Select((entry, i) => errors.Text(entry, $"{Path(name)}[{i}]", maxLength)!).Distinct(StringComparer.Ordinal)];

    /// <summary>A published name; null for a missing one, and for <paramref name="also"/>.</summary>
    public TEnum? Choice<TEnum>(string name, string? also = null)
        where TEnum : struct, Enum
    {
        if (Find(name) is not { } value) return null;
        string? text = value.ValueKind == JsonValueKind.String ? value.GetString() : "";
        if (text == also) return null;
        if (Term<TEnum>.TryParse(text, out var parsed)) return parsed;
        errors.Add(Path(name), $"One of {Term<TEnum>.Choices}{(also is null ? "" : $", {also}")} is expected.");
        return null;
    }

    public IReadOnlyList<TEnum> Choices<TEnum>(string name)
        where TEnum : struct, Enum =>
        [.. Entries(name).Select((entry, i) => errors.OneOf<TEnum>(entry, $"{Path(name)}[{i}]")).Distinct()];

    // An empty list looks like "none" and would mean "all", so it is refused.
    private IReadOnlyList<string> Entries(string name)
    {
        if (Find(name) is not { } value) return [];
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() is > 0 and <= RuleLimits.ListEntries
            && value.EnumerateArray().All(e => e.ValueKind == JsonValueKind.String))
            return [.. value.EnumerateArray().Select(e => e.GetString()!)];
        errors.Add(Path(name), $"A list of 1 to {RuleLimits.ListEntries} texts is expected.");
        return [];
    }

    private JsonElement? Find(string name) => json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private string Path(string name) => $"{field}.{name}";
}
