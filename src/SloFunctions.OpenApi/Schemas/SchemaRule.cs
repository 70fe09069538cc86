namespace SloFunctions.OpenApi.Schemas;

/// <summary>What a property's type does not tell of its values.</summary>
internal sealed record SchemaRule
{
    /// <summary>Whether a request must have it; answers always do.</summary>
    public bool Required { get; init; }

    /// <summary>The texts that it can be; null for any.</summary>
    public IReadOnlyList<string>? Choices { get; init; }

    /// <summary>The least number, itself allowed.</summary>
    public double? Minimum { get; init; }

    /// <summary>The number that it is above.</summary>
    public double? Above { get; init; }

    /// <summary>The largest number, itself allowed.</summary>
    public double? Maximum { get; init; }

    /// <summary>The number that it is below.</summary>
    public double? Below { get; init; }

    /// <summary>The most characters of a text; it then has at least one.</summary>
    public int? MaxLength { get; init; }

    /// <summary>The least entries of a list.</summary>
    public int? MinItems { get; init; }

    /// <summary>The most entries of a list or a dictionary.</summary>
    public int? MaxItems { get; init; }

    /// <summary>A format of texts.</summary>
    public string? Format { get; init; }

    /// <summary>The rule for the entries of a list or a dictionary.</summary>
    public SchemaRule? Items { get; init; }

    /// <summary>For an object without a record: what is understood of it. Other properties are kept.</summary>
    public IReadOnlyDictionary<string, (Type Type, SchemaRule Rule)>? Properties { get; init; }
}
