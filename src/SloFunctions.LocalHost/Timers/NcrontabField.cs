using System.Globalization;

namespace SloFunctions.LocalHost.Timers;

/// <summary>One field of an NCRONTAB expression.</summary>
/// <param name="Name">What the field counts.</param>
/// <param name="Min">Its least value.</param>
/// <param name="Max">Its greatest value, inclusive.</param>
/// <param name="Names">Names of its values, from the least on; three letters are enough.</param>
internal sealed record NcrontabField(string Name, int Min, int Max, string[] Names)
{
    public static readonly IReadOnlyList<NcrontabField> All =
    [
        new("second", 0, 59, []),
        new("minute", 0, 59, []),
        new("hour", 0, 23, []),
        new("day", 1, 31, []),
        new("month", 1, 12, [.. CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Take(12)]),
        new("day of the week", 0, 6, CultureInfo.InvariantCulture.DateTimeFormat.DayNames),
    ];

    /// <summary>The values of a comma-separated list, as a set of bits.</summary>
    /// <exception cref="FormatException">An item of the list is malformed or out of range.</exception>
    public ulong Parse(string text) => text.Split(',').Aggregate(0UL, (set, item) => set | ParseItem(item));

    private ulong ParseItem(string item)
    {
        var parts = item.Split('/');
        var step = parts switch
        {
            [_] => 1,
            [_, var every] when int.TryParse(every, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0 => n,
            _ => throw Wrong(item, "a step is a positive number"),
        };
        var (first, last) = Range(item, parts[0], hasStep: parts.Length == 2);
        var set = 0UL;
        for (var value = first; value <= last; value = value > last - step ? last + 1 : value + step)
        {
            set |= 1UL << value;
        }

        return set;
    }

    private (int First, int Last) Range(string item, string text, bool hasStep)
    {
        if (text == "*")
        {
            return (Min, Max);
        }

        var ends = text.Split('-');
        if (ends.Length > 2)
        {
            throw Wrong(item, "a range has two ends");
        }

        var first = Value(item, ends[0]);

        // "5/15" goes on from 5 to the end of the field.
        var last = ends.Length == 2 ? Value(item, ends[1]) : hasStep ? Max : first;

        // The real host turns a descending range around, so that FRI-MON means MON-FRI: surely never what was meant.
        return first <= last ? (first, last) : throw Wrong(item, "a range must ascend");
    }

    private int Value(string item, string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number >= Min && number <= Max ? number : throw Wrong(item, $"values are {Min} to {Max}");
        }

        var index = text.Length < 3 ? -1 : Array.FindIndex(Names, name => name.StartsWith(text, StringComparison.OrdinalIgnoreCase));
        return index >= 0 ? index + Min : throw Wrong(item, "it is neither a number nor a name");
    }

    private FormatException Wrong(string item, string reason) => new($"the {Name} \"{item}\" makes no sense: {reason}");
}
