using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SloFunctions.Application.Graph;

/// <summary>What all deliveries of one event have in common.</summary>
internal static class EventDeliveryKey
{
    /// <summary>Characters of a key; a longer one is replaced by its digest.</summary>
    private const int MaxLength = 255;

    private const string Prefix = "event:";

    /// <summary>The key: made from source and id, which identify a CloudEvent, or from the whole text where one of them is missing.</summary>
    public static string Of(CloudEventEnvelope graphEvent, ReadOnlySpan<byte> json)
    {
        if (graphEvent is not { Source: { } source, Id: { } id }) return Digest(json);

        // As an array, since no separator is safe: either text may hold it.
        string key = Prefix + JsonSerializer.Serialize<string[]>([source, id]);
        return key.Length <= MaxLength ? key : Digest(Encoding.UTF8.GetBytes(key));
    }

    private static string Digest(ReadOnlySpan<byte> bytes) => $"{Prefix}sha256:{Convert.ToHexStringLower(SHA256.HashData(bytes))}";
}
