using System.Buffers.Text;
using SloFunctions.TelemetryGenerator.Traffic;

namespace SloFunctions.TelemetryGenerator.Series;

/// <summary>Writes sample lines as bytes, without a string per line.</summary>
internal sealed class OpenMetricsWriter : IDisposable
{
    private const int Capacity = 1 << 22;
    private const int NumberSpace = 64;

    private readonly Stream stream;
    private readonly byte[] buffer = new byte[Capacity];
    private readonly byte[] times;
    private readonly int timeLength;
    private int used;

    public OpenMetricsWriter(Stream stream, Timeline timeline)
    {
        this.stream = stream;
        var lines = Enumerable.Range(0, timeline.Steps + 1).Select(i => Utf8($" {timeline.InstantOf(i).ToUnixTimeSeconds()}\n")).ToList();
        timeLength = lines[0].Length;
        if (lines.Exists(l => l.Length != timeLength))
        {
            throw new ArgumentException("All times must have the same number of digits.", nameof(timeline));
        }

        times = [.. lines.SelectMany(l => l)];
    }

    public void Text(string text)
    {
        var bytes = Utf8(text);
        Reserve(bytes.Length);
        bytes.CopyTo(buffer, used);
        used += bytes.Length;
    }

    /// <summary>One sample of an integer counter.</summary>
    public void Sample(ReadOnlySpan<byte> series, long value, int sample)
    {
        Begin(series);
        Number(value);
        End(sample);
    }

    /// <summary>One sample of a counter kept in thousandths, written as a decimal number of whole units.</summary>
    public void SampleOfThousandths(ReadOnlySpan<byte> series, long thousandths, int sample)
    {
        Begin(series);
        Number(thousandths / 1000);
        var rest = (int)(thousandths % 1000);
        if (rest != 0)
        {
            buffer[used++] = (byte)'.';
            buffer[used++] = (byte)('0' + (rest / 100));
            buffer[used++] = (byte)('0' + (rest / 10 % 10));
            buffer[used++] = (byte)('0' + (rest % 10));
        }

        End(sample);
    }

    public void Dispose() => Flush();

    public static byte[] Utf8(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    private void Begin(ReadOnlySpan<byte> series)
    {
        Reserve(series.Length + NumberSpace);
        series.CopyTo(buffer.AsSpan(used));
        used += series.Length;
    }

    private void Number(long value)
    {
        Utf8Formatter.TryFormat(value, buffer.AsSpan(used), out var written);
        used += written;
    }

    private void End(int sample)
    {
        times.AsSpan(sample * timeLength, timeLength).CopyTo(buffer.AsSpan(used));
        used += timeLength;
    }

    private void Reserve(int length)
    {
        if (used + length > Capacity)
        {
            Flush();
        }
    }

    private void Flush()
    {
        stream.Write(buffer, 0, used);
        used = 0;
    }
}
