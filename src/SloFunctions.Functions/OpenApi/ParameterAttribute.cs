namespace SloFunctions.Functions.OpenApi;

/// <summary>A value beside the body that a function reads from a request. Its rules are the constants that the validation uses.</summary>
/// <param name="name">Its name as requests write it.</param>
/// <param name="type">What it is: a number, <see cref="bool"/>, <see cref="Guid"/>, <see cref="string"/> or an enumeration, by its published names.</param>
/// <param name="description">What it means, as a sentence.</param>
public abstract class ParameterAttribute(string name, Type type, string description) : Attribute
{
    /// <summary>Its name as requests write it.</summary>
    public string Name => name;

    /// <summary>What it is.</summary>
    public Type Type => type;

    /// <summary>What it means, as a sentence.</summary>
    public string Description => description;

    /// <summary>What a missing value means; null when that is nothing in particular.</summary>
    public object? Default { get; init; }

    /// <summary>The least number; NaN for no bound.</summary>
    public double Minimum { get; init; } = double.NaN;

    /// <summary>The largest number; NaN for no bound.</summary>
    public double Maximum { get; init; } = double.NaN;

    /// <summary>Whether both bounds are themselves refused.</summary>
    public bool BoundsExcluded { get; init; }

    /// <summary>What is accepted beside the names of an enumeration.</summary>
    public string? Also { get; init; }

    /// <summary>A regular expression that texts match; null for any.</summary>
    public string? Pattern { get; init; }

    /// <summary>The most characters of a text; 0 for no bound.</summary>
    public int MaxLength { get; init; }

    /// <summary>A value for people to learn from; null for none.</summary>
    public string? Example { get; init; }
}
