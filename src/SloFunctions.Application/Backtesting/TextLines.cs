namespace SloFunctions.Application.Backtesting;

/// <summary>The lines of a text, one after the other in a fixed amount of memory, whatever the text is.</summary>
internal sealed class TextLines(TextReader text)
{
    /// <summary>The most characters that a line may have.</summary>
    public const int Longest = 8192;

    private readonly char[] buffer = new char[8 * Longest];
    private int start;
    private int end;
    private int from;
    private int length;

    /// <summary>The number of the present line, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>Whether the present line is longer than <see cref="Longest"/>; it is cut then.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>The present line without its end; valid until the next.</summary>
    public ReadOnlySpan<char> Current => buffer.AsSpan(from, length);

    /// <summary>Moves to the next line.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Next()
    {
        IsTooLong = false;
        int searched = 0;
        while (true)
        {
            int at = buffer.AsSpan(start + searched, end - start - searched).IndexOf('\n');
            if (at >= 0) return Take(searched + at, 1);
            searched = end - start;
            if (searched > Longest)
            {
                // Only that it is too long matters from here on.
                IsTooLong = true;
                (start, searched) = (end, 0);
            }

            if (!Fill()) return (IsTooLong || end > start) && Take(end - start, 0);
        }
    }

    private bool Take(int characters, int newline)
    {
        IsTooLong |= characters > Longest;
        from = start;
        length = characters > 0 && buffer[start + characters - 1] == '\r' ? characters - 1 : characters;
        start += characters + newline;
        Number++;
        return true;
    }

    private bool Fill()
    {
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        (start, end) = (0, end - start);
        int read = text.Read(buffer, end, buffer.Length - end);
        end += read;
        return read > 0;
    }
}
