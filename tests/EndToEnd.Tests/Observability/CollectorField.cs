using System.Text;

namespace EndToEnd.Tests.Observability;

/// <summary>A field of a message in Protocol Buffers' encoding.</summary>
/// <param name="Number">The number of the field.</param>
/// <param name="Bytes">Its bytes; empty for numbers.</param>
internal readonly record struct CollectorField(int Number, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>As text.</summary>
    public string Text => Encoding.UTF8.GetString(Bytes.Span);

    /// <summary>As hexadecimal digits.</summary>
    public string Hex => Convert.ToHexStringLower(Bytes.Span);

    /// <summary>The fields of the message in this field with a number.</summary>
    public IEnumerable<CollectorField> All(int number) => Read(Bytes).Where(f => f.Number == number);

    /// <summary>The fields of a message.</summary>
    public static IReadOnlyList<CollectorField> Read(ReadOnlyMemory<byte> message)
    {
        var fields = new List<CollectorField>();
        for (int at = 0; at < message.Length;)
        {
            ulong key = Varint(message.Span, ref at);
            int length = (int)(key & 7) switch
            {
                0 => Skip(message.Span, at),
                1 => 8,
                2 => (int)Varint(message.Span, ref at),
                5 => 4,
                var type => throw new FormatException($"Wire type {type} is not used."),
            };
            fields.Add(new CollectorField((int)(key >> 3), (key & 7) == 2 ? message.Slice(at, length) : default));
            at += length;
        }

        return fields;
    }

    private static int Skip(ReadOnlySpan<byte> message, int at)
    {
        int end = at;
        Varint(message, ref end);
        return end - at;
    }

    private static ulong Varint(ReadOnlySpan<byte> message, ref int at)
    {
        ulong value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte next = message[at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return value;
        }
    }
}
