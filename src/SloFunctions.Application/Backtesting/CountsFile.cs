using SloFunctions.Application.Validation;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Backtesting;

/// <summary>
/// Reads hourly counts from comma-separated values: <c>service,hour,good,total</c>, an hour as ISO 8601 (UTC unless it says
/// otherwise) or Unix seconds. A header is optional, order does not matter, an hour that is missing was not measured.
/// </summary>
public static class CountsFile
{
    /// <summary>The most broken lines that are named.</summary>
    public const int ReportedErrors = 1000;

    /// <summary>Reads a file line by line.</summary>
    /// <param name="text">The file.</param>
    /// <param name="name">What the document calls the fleet.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    /// <returns>The fleet, or every broken line by its number, up to <see cref="ReportedErrors"/>.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Result<BacktestFleet> Read(TextReader text, string name, CancellationToken cancellation)
    {
        var errors = new FieldErrors(ReportedErrors);
        var counts = new CollectedCounts();
        var lines = new TextLines(text);
        while (!errors.IsFull && lines.Next())
        {
            cancellation.ThrowIfCancellationRequested();
            if (Complaint(lines, counts) is { } complaint) errors.Add($"line {lines.Number}", complaint);
        }

        if (errors.IsEmpty && counts.IsEmpty) errors.Add("file", "There are no counts in it; lines of service,hour,good,total are expected.");
        return errors.IsEmpty ? counts.ToFleet(name) : errors.ToError();
    }

    private static string? Complaint(TextLines lines, CollectedCounts counts)
    {
        if (lines.IsTooLong) return $"The line is longer than {TextLines.Longest} characters.";
        var line = lines.Current;
        if (line.IsWhiteSpace() || (lines.Number == 1 && CountsLine.IsHeader(line))) return null;
        return CountsLine.Read(line, out var read) ?? counts.Add(read);
    }
}
