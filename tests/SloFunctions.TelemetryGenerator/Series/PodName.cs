using SloFunctions.TelemetryGenerator.Traffic;

namespace SloFunctions.TelemetryGenerator.Series;

/// <summary>Names in the form Kubernetes gives to the pods of a deployment: service, replica set hash, random suffix.</summary>
internal static class PodName
{
    private const string Hex = "0123456789abcdef";
    private const string SuffixAlphabet = "bcdfghjklmnpqrstvwxz2456789";

    public static string Draw(ref SplitMix64 random, string service) =>
        $"{service}-{Text(ref random, Hex, 8 + random.Below(3))}-{Text(ref random, SuffixAlphabet, 5)}";

    private static string Text(ref SplitMix64 random, string alphabet, int length)
    {
        var characters = new char[length];
        for (var i = 0; i < length; i++)
        {
            characters[i] = alphabet[random.Below(alphabet.Length)];
        }

        return new(characters);
    }
}
