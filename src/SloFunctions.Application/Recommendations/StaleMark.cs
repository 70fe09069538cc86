using System.Text.Json;

namespace SloFunctions.Application.Recommendations;

/// <summary>Marks a published document as stale without rendering it anew: one value among its first properties changes.</summary>
internal static class StaleMark
{
    /// <summary>The same document with <c>"stale": true</c>, every other byte as it was.</summary>
    /// <exception cref="InvalidOperationException">The document has no such flag, so that it was not published by us.</exception>
    public static ReadOnlyMemory<byte> Set(ReadOnlySpan<byte> document)
    {
        // Ends at the flag, which stands before all that is long.
        var reader = new Utf8JsonReader(document);
        while (reader.Read())
        {
            if (reader is not { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 } || !reader.ValueTextEquals("stale"u8)) continue;
            reader.Read();
            int start = (int)reader.TokenStartIndex;
            return (byte[])[.. document[..start], .. "true"u8, .. document[(int)reader.BytesConsumed..]];
        }

        throw new InvalidOperationException("The stored document does not say whether it is stale.");
    }
}
