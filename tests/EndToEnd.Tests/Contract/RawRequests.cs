using System.Globalization;
using System.Text;

namespace EndToEnd.Tests.Contract;

/// <summary>Requests as bytes, spoiled in ways that no HTTP library would send.</summary>
internal static class RawRequests
{
    private static readonly string[] Tokens =
    [
        "\0", "\r\n", "\r\n\r\n", "\n", ":", " ", "%00", "%2e%2e%2f", "%ff", "../", "//", "?", "#", "\u00ff", "HTTP/9.9", "Transfer-Encoding: chunked\r\n",
        "Content-Length: 5\r\n", "Content-Length: -1\r\n", "Content-Length: 99999999999999999999\r\n", "Expect: 100-continue\r\n", "Host: a\r\nHost: b\r\n", "Content-Encoding: gzip\r\n",
        "Content-Type: application/json; charset=utf-7\r\n", "If-None-Match: \"\r\n", "If-None-Match: W/\"a\", *\r\n", "Accept-Encoding: gzip;q=x\r\n", "Cookie: " , "Upgrade: h2c\r\n", "Range: bytes=0-\r\n",
        "{", "}", "[", "\"", "null", "1e999", "\\ud800",
    ];

    /// <summary>A spoiled request.</summary>
    /// <param name="valid">A request to begin with.</param>
    /// <param name="key">The key that most of them carry.</param>
    /// <param name="seed">The same seed gives the same bytes.</param>
    public static byte[] Of(GeneratedRequest valid, string key, int seed)
    {
        var random = new Random(seed);
        byte[] body = random.Next(12) == 0 ? Deep(random) : valid.Body ?? [];
        var bytes = new List<byte>(Encoding.Latin1.GetBytes(Head(valid, key, body, random)));
        int head = bytes.Count;
        bytes.AddRange(body);
        for (int i = random.Next(0, 5); i > 0; i--) Spoil(bytes, random.Next(3) == 0 ? bytes.Count : Math.Min(head, bytes.Count), random);
        return random.Next(6) == 0 ? [.. bytes.Take(random.Next(bytes.Count + 1))] : [.. bytes];
    }

    private static string Head(GeneratedRequest request, string key, byte[] body, Random random)
    {
        string[] methods = ["GET", "POST", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "get", "X", ""];
        string method = random.Next(8) == 0 ? methods[random.Next(methods.Length)] : request.Operation.Method.Method;
        int length = random.Next(8) == 0 ? random.Next(body.Length + 20) : body.Length;
        string framing = random.Next(10) switch
        {
            0 => "Transfer-Encoding: chunked\r\n",
            1 => "",
            _ => string.Create(CultureInfo.InvariantCulture, $"Content-Length: {length}\r\n"),
        };
        string credential = random.Next(10) == 0 ? "" : $"X-API-Key: {key}\r\n";
        string further = random.Next(6) switch
        {
            0 => Tokens[random.Next(Tokens.Length)],
            1 => $"X-Long: {new string('x', random.Next(20_000))}\r\n",
            2 => string.Concat(Enumerable.Range(0, random.Next(150)).Select(i => $"X-Many-{i}: \u00e9\r\n")),
            _ => "",
        };
        return $"{method} {request.Target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{credential}Content-Type: application/json\r\n{framing}{further}\r\n";
    }

    private static void Spoil(List<byte> bytes, int end, Random random)
    {
        if (end == 0) return;
        int at = random.Next(end), length = Math.Min(random.Next(1, 16), bytes.Count - at);
        switch (random.Next(5))
        {
            case 0: bytes[at] ^= (byte)(1 << random.Next(8)); break;
            case 1: bytes.RemoveRange(at, length); break;
            case 2: bytes.InsertRange(at, bytes.GetRange(at, length)); break;
            case 3: bytes[at] = (byte)random.Next(256); break;
            default: bytes.InsertRange(at, Encoding.Latin1.GetBytes(Tokens[random.Next(Tokens.Length)])); break;
        }
    }

    private static byte[] Deep(Random random)
    {
        int depth = random.Next(1, 3000);
        return Encoding.ASCII.GetBytes(random.Next(2) == 0
            ? new string('[', depth) + new string(']', depth)
            : """{"source":"manual","nodes":[{"service_id":"deep","metadata":""" + string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth) + "}]}");
    }
}
