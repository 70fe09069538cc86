using System.Text;
using System.Text.Json;

namespace SloFunctions.LocalHost.Durable;

/// <summary>Inputs, results, payloads of events and custom statuses as JSON.</summary>
public static class DurablePayload
{
    /// <summary>The longest JSON of one payload, in bytes of UTF-8.</summary>
    public const int MaxBytes = 32 * 1024;

    private static readonly JsonSerializerOptions Json = new() { IncludeFields = true };

    /// <summary>Writes a value by its own type; null for null.</summary>
    /// <exception cref="NotSupportedException">The value's type cannot be written as JSON.</exception>
    public static string? Write(object? value) => value is null ? null : JsonSerializer.Serialize(value, value.GetType(), Json);

    /// <summary>Reads what <see cref="Write"/> wrote; the type's default for null.</summary>
    /// <exception cref="JsonException">The text is not JSON of such a value.</exception>
    public static T? Read<T>(string? text) => text is null ? default : JsonSerializer.Deserialize<T>(text, Json);

    /// <summary>Reads a value of a type that is known at run time only.</summary>
    /// <exception cref="JsonException">The text is not JSON of such a value.</exception>
    public static object? Read(string? text, Type type)
    {
        var value = text is null ? null : JsonSerializer.Deserialize(text, type, Json);
        return value is null && type.IsValueType && Nullable.GetUnderlyingType(type) is null ? Activator.CreateInstance(type) : value;
    }

    /// <summary>Whether the text is longer than <see cref="MaxBytes"/>.</summary>
    public static bool IsTooLong(string? text) => text is not null && text.Length > MaxBytes / 4 && Encoding.UTF8.GetByteCount(text) > MaxBytes;

    /// <summary>Why a payload is refused.</summary>
    /// <param name="what">What it is, as the beginning of a sentence.</param>
    /// <param name="text">The payload.</param>
    public static string TooLong(string what, string text) =>
        $"{what} is too long: {Encoding.UTF8.GetByteCount(text)} bytes of JSON, where {MaxBytes} (32 kB) are allowed; pass an id or a range of keys instead";
}
