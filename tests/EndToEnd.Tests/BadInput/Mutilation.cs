using System.Text;

namespace EndToEnd.Tests.BadInput;

/// <summary>Spoils the bytes of valid JSON: bits, pieces, stray tokens, and values exchanged for others so that the whole stays JSON.</summary>
internal static class Mutilation
{
    private static readonly string[] Values =
        ["null", "0", "-1", "1e999", "\"\"", "\"\\u0000\"", "\"\\ud800\"", "[]", "{}", "[[[[[[[[[[1]]]]]]]]]]", "\"x\"", "\"mutant-c\"", "true"];

    /// <summary>Spoils a text in a few places.</summary>
    /// <param name="valid">The text.</param>
    /// <param name="tokens">What may be put in anywhere.</param>
    /// <param name="most">The most places.</param>
    /// <param name="random">The same sequence gives the same result.</param>
    public static byte[] Of(string valid, string[] tokens, int most, Random random)
    {
        var bytes = Encoding.UTF8.GetBytes(valid).ToList();
        for (int i = random.Next(1, most + 1); i > 0; i--)
        {
            int at = random.Next(bytes.Count), length = Math.Min(random.Next(1, 24), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0: bytes[at] ^= (byte)(1 << random.Next(8)); break;
                case 1: bytes.RemoveRange(at, length); break;
                case 2: bytes.InsertRange(at, bytes.GetRange(at, length)); break;
                case 3: bytes.InsertRange(at, Encoding.UTF8.GetBytes(tokens[random.Next(tokens.Length)])); break;
                case 4: bytes[at] = (byte)random.Next(256); break;
                default: ReplaceValue(bytes, random); break;
            }
        }

        return [.. bytes];
    }

    // Keeps the JSON whole, so that what lies behind the parser is reached, too.
    private static void ReplaceValue(List<byte> bytes, Random random)
    {
        int[] colons = [.. Enumerable.Range(0, bytes.Count).Where(i => bytes[i] == ':')];
        if (colons.Length == 0) return;
        int start = colons[random.Next(colons.Length)] + 1;
        int end = bytes.FindIndex(start, b => b is (byte)',' or (byte)'}');
        if (end < 0) return;
        bytes.RemoveRange(start, end - start);
        bytes.InsertRange(start, Encoding.UTF8.GetBytes(Values[random.Next(Values.Length)]));
    }
}
