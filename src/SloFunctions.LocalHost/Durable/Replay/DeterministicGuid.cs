using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SloFunctions.LocalHost.Durable.Replay;

/// <summary>Ids made of names: the same for the same instance, execution and number.</summary>
internal static class DeterministicGuid
{
    public static Guid Create(string instanceId, int execution, string purpose, int number)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{instanceId}\n{execution}\n{purpose}\n{number}");
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16);
        // RFC 9562: version 8 is for ids whose making is the maker's own affair.
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
