using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SloFunctions.Domain.Audit;

/// <summary>
/// Computes digests of entries: SHA-256 over a tag with the version of this format, the digest before, and each field as one
/// byte 0 for none, else one byte 1, the number of its UTF-8 bytes as four bytes, and those. Keeps its buffer between entries,
/// so that one instance serves one thread.
/// </summary>
public sealed class EntryDigest
{
    /// <summary>The length of a digest in bytes.</summary>
    public const int Length = SHA256.HashSizeInBytes;

    private const int FieldHeader = 1 + sizeof(int);

    private byte[] buffer = new byte[4096];
    private int used;

    private static ReadOnlySpan<byte> Tag => "slofunctions-audit/1"u8;

    /// <summary>Computes the digest that an entry ought to have.</summary>
    /// <param name="log">The log, one of <see cref="AuditLogs"/>.</param>
    /// <param name="chain">The chain.</param>
    /// <param name="entry">The entry; its own digest is not looked at.</param>
    /// <param name="digest">Takes the <see cref="Length"/> bytes.</param>
    public void Compute(string log, Guid chain, ChainedEntry entry, Span<byte> digest)
    {
        used = 0;
        Append(Tag);
        Append(entry.PreviousHash);
        AppendField(log);
        Span<char> text = stackalloc char[36];
        AppendField(text[..Formatted(chain.TryFormat(text, out int length, "D"), length)]);
        AppendField(text[..Formatted(entry.Sequence.TryFormat(text, out length, provider: CultureInfo.InvariantCulture), length)]);
        AppendField(text[..Formatted(entry.Id.TryFormat(text, out length, "D"), length)]);
        foreach (string? field in entry.Fields)
        {
            if (field is null) Append([0]);
            else AppendField(field);
        }

        SHA256.HashData(buffer.AsSpan(0, used), digest);
    }

    private static int Formatted(bool fits, int length) => fits ? length : throw new ArgumentOutOfRangeException(nameof(length));

    private void AppendField(ReadOnlySpan<char> text)
    {
        Ensure(FieldHeader + Encoding.UTF8.GetMaxByteCount(text.Length));
        int length = Encoding.UTF8.GetBytes(text, buffer.AsSpan(used + FieldHeader));
        buffer[used] = 1;
        BinaryPrimitives.WriteInt32BigEndian(buffer.AsSpan(used + 1), length);
        used += FieldHeader + length;
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        Ensure(bytes.Length);
        bytes.CopyTo(buffer.AsSpan(used));
        used += bytes.Length;
    }

    private void Ensure(int more)
    {
        if (used + more > buffer.Length) Array.Resize(ref buffer, Math.Max(buffer.Length * 2, used + more));
    }
}
