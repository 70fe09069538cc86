using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace SloFunctions.Infrastructure.Prometheus;

/// <summary>Reads answers of the Prometheus HTTP API while they arrive, so that only what they say is held and not their text.</summary>
internal static class PrometheusAnswer
{
    private const int UsualBuffer = 64 * 1024;

    /// <summary>The series of a range query, or of an instant query, each with one point.</summary>
    /// <param name="body">The answer.</param>
    /// <param name="parser">For the kind of answer; a new one.</param>
    /// <param name="mostBytes">The longest answer that is read.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    /// <exception cref="FormatException">The answer is not of the documented form.</exception>
    /// <exception cref="QueryRefusedException">The answer is too long.</exception>
    public static async Task<IReadOnlyList<PrometheusSeries>> ReadAsync(
        Stream body, PrometheusAnswerParser parser, int mostBytes, CancellationToken cancellation)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(UsualBuffer);
        try
        {
            JsonReaderState state = default;
            int held = 0;
            long total = 0;
            while (true)
            {
                if (held == buffer.Length) buffer = Larger(buffer);
                int read = await body.ReadAsync(buffer.AsMemory(held), cancellation);
                if ((total += read) > mostBytes) throw QueryRefusedException.TooLarge($"The answer has more than {mostBytes} bytes.");
                held += read;
                int used = Consume(buffer.AsSpan(0, held), isLast: read == 0, ref state, parser);
                if (read == 0) return parser.Finish();
                buffer.AsSpan(used, held - used).CopyTo(buffer);
                held -= used;
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException("The answer is not one of the Prometheus HTTP API.", e);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>A sample value or bucket bound as Prometheus writes it; .NET does not know its spelling of the infinities.</summary>
    /// <returns>The value; null when the text is no number.</returns>
    public static double? ReadValue(string? text) => text switch
    {
        "+Inf" or "Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) => value,
        _ => null,
    };

    private static int Consume(ReadOnlySpan<byte> text, bool isLast, ref JsonReaderState state, PrometheusAnswerParser parser)
    {
        var reader = new Utf8JsonReader(text, isLast, state);
        while (reader.Read()) parser.Take(ref reader);
        state = reader.CurrentState;
        return (int)reader.BytesConsumed;
    }

    // One text of the answer is longer than the buffer.
    private static byte[] Larger(byte[] buffer)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
