using System.Net;
using System.Net.Sockets;

namespace SloFunctions.Testing.Servers;

/// <summary>Finds ports that nobody listens on.</summary>
public static class FreePort
{
    // Below the range that outgoing connections draw from, so that a stopped server finds its port free again.
    private const int Lowest = 20_000;
    private const int BeyondHighest = 32_000;

    /// <summary>A port on 127.0.0.1 that nobody listened on a moment ago.</summary>
    public static int Next()
    {
        while (true)
        {
            var port = Random.Shared.Next(Lowest, BeyondHighest);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException e) when (e.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
            {
                // Taken: draw again.
            }
        }
    }
}
