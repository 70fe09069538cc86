using System.Net;
using System.Net.Sockets;
using SloFunctions.Domain.Notifications;

namespace SloFunctions.Infrastructure.Webhooks;

/// <summary>
/// Connects to receivers by the very addresses that were checked. A name is looked up once for each connection, so that it
/// cannot stand for one address when checked and for another when connected to.
/// </summary>
internal static class WebhookConnection
{
    public static async ValueTask<Stream> OpenAsync(
        DnsEndPoint endpoint, bool allowPrivate, Func<string, CancellationToken, Task<IPAddress[]>> resolve, CancellationToken cancellation)
    {
        var found = IPAddress.TryParse(endpoint.Host, out var literal) ? [literal] : await resolve(endpoint.Host, cancellation);
        IPAddress[] allowed = allowPrivate ? found : [.. found.Where(PublicAddress.IsPublic)];
        if (allowed.Length == 0 && found.Length > 0) throw new AddressRefusedException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, endpoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
