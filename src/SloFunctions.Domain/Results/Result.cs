using System.Diagnostics.CodeAnalysis;

namespace SloFunctions.Domain.Results;

/// <summary>Either a value or an <see cref="Results.Error"/>; never both, never neither.</summary>
/// <typeparam name="T">The value of a success.</typeparam>
public sealed class Result<T>
{
    private Result(T? value, Error? error)
    {
        Value = value;
        Error = error;
    }

    /// <summary>The value; null only on failure.</summary>
    public T? Value { get; }

    /// <summary>The failure; null on success.</summary>
    public Error? Error { get; }

    /// <summary>Gives the value, or the error that stands in its place.</summary>
    /// <returns>True when there is a value.</returns>
    public bool TryGet([MaybeNullWhen(false)] out T value, [NotNullWhen(false)] out Error? error)
    {
        value = Value!;
        error = Error;
        return error is null;
    }

    /// <summary>A success whose value may be null.</summary>
    public static Result<T> Success(T value) => new(value, null);

    /// <summary>A success.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>A failure.</summary>
    public static implicit operator Result<T>(Error error) => new(default, error);
}
