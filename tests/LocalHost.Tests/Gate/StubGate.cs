using System.Net;
using System.Text;

namespace LocalHost.Tests.Gate;

/// <summary>A server that answers every request the same, and keeps the last one; or takes it and never answers.</summary>
internal sealed class StubGate : IAsyncDisposable
{
    private readonly HttpListener listener = new();
    private readonly Task serving;

    public StubGate(int status, string body, string? location = null)
    {
        Url = $"http://127.0.0.1:{SloFunctions.Testing.Servers.FreePort.Next()}/base";
        listener.Prefixes.Add(Url + "/");
        listener.Start();
        serving = ServeAsync(status, body, location);
    }

    public string Url { get; }

    public string? Path { get; private set; }

    public string? Key { get; private set; }

    public string? Body { get; private set; }

    public int Requests { get; private set; }

    public async ValueTask DisposeAsync()
    {
        listener.Close();
        await serving;
    }

    private async Task ServeAsync(int status, string body, string? location)
    {
        try
        {
            while (true)
            {
                var context = await listener.GetContextAsync();
                Requests++;
                (Path, Key) = (context.Request.Url!.AbsolutePath, context.Request.Headers["X-API-Key"]);
                using (var reader = new StreamReader(context.Request.InputStream)) Body = await reader.ReadToEndAsync();
                context.Response.StatusCode = status;
                if (location is not null) context.Response.RedirectLocation = location;
                await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(body));
                context.Response.Close();
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // Stopped.
        }
    }
}
