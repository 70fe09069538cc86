using System.Globalization;
using SloFunctions.Application.Graph;

namespace SloFunctions.Application.Audit;

/// <summary>The place of an entry in its service's history.</summary>
/// <param name="Timestamp">When it happened.</param>
/// <param name="Sequence">Its number.</param>
public sealed record HistoryPosition(DateTimeOffset Timestamp, long Sequence)
{
    /// <summary>The cursor of the page that follows this entry.</summary>
    public string ToCursor() =>
        PageCursor.Of(Timestamp.UtcTicks.ToString(CultureInfo.InvariantCulture), Sequence.ToString(CultureInfo.InvariantCulture));

    /// <summary>Reads the keys of a cursor; null when they are others.</summary>
    internal static HistoryPosition? OfKeys(string[] keys) =>
        keys is [var time, var number] && Number(time) is { } ticks && ticks <= DateTimeOffset.MaxValue.Ticks && Number(number) is { } sequence
            ? new HistoryPosition(new DateTimeOffset(ticks, TimeSpan.Zero), sequence)
            : null;

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long value) ? value : null;
}
