using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace EndToEnd.Tests.App;

/// <summary>Requests as bytes, for what a proper client would not send.</summary>
internal static class RawHttp
{
    /// <summary>The status that a target, sent as it is, is answered with.</summary>
    public static Task<int> GetStatusAsync(Uri server, string target) => SendAsync(server, $"GET {target} HTTP/1.1\r\nHost: {server.Authority}\r\nConnection: close\r\n\r\n");

    /// <summary>The status that a request is answered with.</summary>
    public static async Task<int> SendAsync(Uri server, string request)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port, limit.Token);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), limit.Token);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        string line = await reader.ReadLineAsync(limit.Token) ?? throw new IOException("The connection was closed without an answer.");
        return int.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture);
    }
}
