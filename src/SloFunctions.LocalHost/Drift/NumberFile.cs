namespace SloFunctions.LocalHost.Drift;

/// <summary>Reads series of numbers from CSV or JSON, whichever it is.</summary>
internal static class NumberFile
{
    /// <summary>The series of a text, in its order.</summary>
    /// <exception cref="LocalHostException">It holds no series, or not the one asked for; says where it is wrong.</exception>
    public static IReadOnlyList<NumberSeries> Read(string text, string? column)
    {
        string start = text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        var all = start.StartsWith('[') || start.StartsWith('{') ? JsonNumbers.Read(start, column) : CsvNumbers.Read(text.TrimStart('\uFEFF'), column);
        if (all.Count > 0 && all.Any(s => s.Values.Count > 0)) return all;
        throw new LocalHostException(column is null ? "There are no numbers." : $"There is no column '{column}' with numbers.");
    }
}
