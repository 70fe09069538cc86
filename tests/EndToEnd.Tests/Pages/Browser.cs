using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using SloFunctions.Testing;

namespace EndToEnd.Tests.Pages;

/// <summary>A headless Chromium with one page, steered through its DevTools protocol.</summary>
internal sealed partial class Browser : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly string profile = Directory.CreateTempSubdirectory("slofunctions-browser-").FullName;
    private readonly ClientWebSocket socket = new();
    private readonly CancellationTokenSource end = new(Limit);
    private readonly Dictionary<string, string> requests = [];
    private Process? process;
    private int sent;

    private Browser()
    {
    }

    /// <summary>Every address that the page asked for.</summary>
    public IReadOnlyCollection<string> Requested => requests.Values;

    /// <summary>Those that it wanted to ask for, but was kept from by the page's own policy.</summary>
    public List<string> Blocked { get; } = [];

    /// <summary>What the page complained about.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Whether there is a browser on this machine; a folder that <c>tools/servers/fetch.sh chromium</c> fills, or the system's.</summary>
    public static bool IsThere { get; } =
        File.Exists(Path.Combine(Environment.GetEnvironmentVariable("SLO_CACHE") ?? RepositoryRoot.Combine(".cache"), "chromium", "usr", "lib", "chromium", "chromium"))
        || File.Exists("/usr/bin/chromium");

    /// <summary>Starts it and opens a page.</summary>
    public static async Task<Browser> OpenAsync(Uri page)
    {
        var browser = new Browser();
        try
        {
            await browser.StartAsync();
            foreach (string domain in new[] { "Network", "Runtime", "Log", "Page" }) await browser.SendAsync($"{domain}.enable", new { });
            await browser.SendAsync("Page.navigate", new { url = page.ToString() });
            return browser;
        }
        catch
        {
            await browser.DisposeAsync();
            throw;
        }
    }

    /// <summary>The visible text of the page, as soon as it holds <paramref name="expected"/>.</summary>
    public async Task<string> TextAsync(string expected)
    {
        while (true)
        {
            var answer = await SendAsync("Runtime.evaluate", new { expression = "document.body ? document.body.innerText : ''", returnByValue = true });
            string text = answer.GetProperty("result").GetProperty("value").GetString() ?? "";
            if (text.Contains(expected, StringComparison.Ordinal)) return text;
            await Task.Delay(TimeSpan.FromMilliseconds(100), end.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        socket.Dispose();
        if (process is { HasExited: false })
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process?.Dispose();
        end.Dispose();
        Directory.Delete(profile, recursive: true);
    }

    private async Task StartAsync()
    {
        var start = new ProcessStartInfo(RepositoryRoot.Combine("tools", "servers", "chromium.sh"), ["--remote-debugging-port=0", "--window-size=1200,4000", $"--user-data-dir={profile}", "about:blank"])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        process = Process.Start(start)!;
        string? line;
        while (!Listening().IsMatch(line = await process.StandardError.ReadLineAsync(end.Token) ?? throw new IOException("The browser did not start.")))
        {
        }

        // Nobody reads on, and a full pipe would stop it.
        _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        using var client = new HttpClient();
        string pages = await client.GetStringAsync($"http://127.0.0.1:{Listening().Match(line).Groups["port"].Value}/json/list", end.Token);
        string address = JsonSerializer.Deserialize<JsonElement>(pages).EnumerateArray().First(p => p.GetProperty("type").GetString() == "page").GetProperty("webSocketDebuggerUrl").GetString()!;
        await socket.ConnectAsync(new Uri(address), end.Token);
    }

    private async Task<JsonElement> SendAsync(string method, object parameters)
    {
        int id = ++sent;
        await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(new { id, method, @params = parameters }), WebSocketMessageType.Text, endOfMessage: true, end.Token);
        while (true)
        {
            var message = await ReceiveAsync();
            if (message.TryGetProperty("id", out var answered) && answered.GetInt32() == id) return message.GetProperty("result");
            if (message.TryGetProperty("method", out var happened)) Note(happened.GetString()!, message.GetProperty("params"));
        }
    }

    private void Note(string method, JsonElement parameters)
    {
        if (method == "Network.requestWillBeSent") requests[parameters.GetProperty("requestId").GetString()!] = parameters.GetProperty("request").GetProperty("url").GetString()!;
        else if (method == "Network.loadingFailed" && parameters.TryGetProperty("blockedReason", out _)) Block(parameters.GetProperty("requestId").GetString()!);
        else if (method is "Runtime.exceptionThrown") Complaints.Add(parameters.GetRawText());
        else if (method == "Log.entryAdded" && parameters.GetProperty("entry").GetProperty("level").GetString() == "error") Complaints.Add(parameters.GetRawText());
    }

    private void Block(string request)
    {
        if (requests.Remove(request, out string? url)) Blocked.Add(url);
    }

    private async Task<JsonElement> ReceiveAsync()
    {
        using var whole = new MemoryStream();
        byte[] part = new byte[64 * 1024];
        WebSocketReceiveResult read;
        do
        {
            read = await socket.ReceiveAsync(part, end.Token);
            whole.Write(part, 0, read.Count);
        }
        while (!read.EndOfMessage);
        return JsonSerializer.Deserialize<JsonElement>(Encoding.UTF8.GetString(whole.ToArray()));
    }

    [GeneratedRegex(@"DevTools listening on ws://127\.0\.0\.1:(?<port>\d+)/", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Listening();
}
