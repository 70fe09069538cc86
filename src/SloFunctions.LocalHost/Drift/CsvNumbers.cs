using System.Globalization;

namespace SloFunctions.LocalHost.Drift;

/// <summary>Reads the columns of a table of numbers, cells separated by commas, semicolons or tabs.</summary>
internal static class CsvNumbers
{
    private static readonly char[] Separators = [',', ';', '\t'];

    public static IReadOnlyList<NumberSeries> Read(string text, string? column)
    {
        var rows = Rows(text);
        if (rows.Count == 0) return [];
        string[] first = rows[0].Cells;
        // Names are no numbers; a time in the first column of a table without names is none either.
        bool isHeader = first.All(cell => cell.Length > 0 && Number(cell) is null) || (first.Length > 1 && first.Skip(1).All(cell => Number(cell) is null));
        string[] names = isHeader ? first : first.Length == 1 ? [NumberSeries.Unnamed] : [.. first.Select((_, i) => $"column {i + 1}")];
        if (isHeader) rows.RemoveAt(0);
        if (rows.FirstOrDefault(r => r.Cells.Length != names.Length) is { Cells: not null } odd)
            throw new LocalHostException($"Line {odd.Line} has {odd.Cells.Length} cells; {names.Length} are expected.");

        var series = new List<NumberSeries>();
        for (int c = 0; c < names.Length; c++)
        {
            bool isWanted = names.Length == 1 || names[c] == column;
            if (column is not null && names[c] != column) continue;
            var values = Values(rows, c, isWanted);
            if (values is not null) series.Add(new NumberSeries(names[c], values));
        }

        return series;
    }

    // Null for a column that nobody asked for and that holds something else, such as times.
    private static double[]? Values(List<(int Line, string[] Cells)> rows, int column, bool isWanted)
    {
        var values = new double[rows.Count];
        for (int i = 0; i < values.Length; i++)
        {
            if (Number(rows[i].Cells[column]) is { } number) values[i] = number;
            else if (isWanted) throw new LocalHostException($"Line {rows[i].Line}: '{rows[i].Cells[column]}' is no number.");
            else return null;
        }

        return values;
    }

    private static List<(int Line, string[] Cells)> Rows(string text)
    {
        var rows = new List<(int, string[])>();
        int number = 0;
        foreach (string line in text.Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line) || line.TrimStart().StartsWith('#')) continue;
            rows.Add((number, [.. line.Split(Separators).Select(cell => cell.Trim().Trim('"'))]));
        }

        return rows;
    }

    private static double? Number(string cell)
    {
        if (cell.Length == 0 || string.Equals(cell, "nan", StringComparison.OrdinalIgnoreCase)) return double.NaN;
        return double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number : null;
    }
}
