using System.Globalization;
using System.Text;

namespace SloFunctions.Infrastructure.Tempo;

/// <summary>Builds TraceQL from escaped values; nothing else in the project puts text into such a query.</summary>
public static class TraceQl
{
    /// <summary>Durations of the requests that a service has served, at some shares of them.</summary>
    /// <param name="service">The service's name.</param>
    /// <param name="percentiles">Shares in (0, 1), at least one.</param>
    public static string ServedDurations(string service, IEnumerable<double> percentiles) =>
        $"{{ {Service(service)} && kind = server }} | quantile_over_time(duration, {string.Join(", ", percentiles.Select(Number))})";

    /// <summary>The spans with which a service has begun traces: where a journey enters and leaves.</summary>
    /// <param name="service">The service's name.</param>
    public static string RootSpans(string service) => $"{{ {Service(service)} && nestedSetParent < 0 }}";

    private static string Service(string name) => $"resource.service.name = \"{Escape(name)}\"";

    private static string Number(double share) => share.ToString("0.################", CultureInfo.InvariantCulture);

    // String literals are those of Go.
    private static string Escape(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (char c in value)
        {
            _ = c switch
            {
                '\\' => text.Append(@"\\"),
                '"' => text.Append("\\\""),
                '\n' => text.Append(@"\n"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $@"\x{(int)c:x2}"),
                _ => text.Append(c),
            };
        }

        return text.ToString();
    }
}
