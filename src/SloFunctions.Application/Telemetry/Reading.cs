using System.Diagnostics.CodeAnalysis;

namespace SloFunctions.Application.Telemetry;

/// <summary>What telemetry says on demand: a value, or why there is none. That something cannot be measured is an answer, not a failure.</summary>
/// <typeparam name="T">What was asked for.</typeparam>
public sealed class Reading<T>
{
    private readonly T? value;

    private Reading(T? value, string? note) => (this.value, Note) = (value, note);

    /// <summary>Why there is no value, as a sentence; null where there is one.</summary>
    public string? Note { get; }

    /// <summary>Gives the value where there is one.</summary>
    public bool TryGet([MaybeNullWhen(false)] out T measured)
    {
        measured = value!;
        return Note is null;
    }

    /// <summary>A value.</summary>
    public static implicit operator Reading<T>(T value) => new(value, null);

    /// <summary>No value.</summary>
    /// <param name="note">Why, as a sentence.</param>
    public static Reading<T> None(string note) => new(default, note);
}
