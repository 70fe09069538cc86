using System.Globalization;
using System.Text.Json;

namespace SloFunctions.Infrastructure.Prometheus;

/// <summary>Reads answers of the Prometheus HTTP API.</summary>
internal static class PrometheusAnswer
{
    /// <summary>The series of a range query.</summary>
    /// <exception cref="FormatException">The answer is not of the documented form.</exception>
    public static Task<IReadOnlyList<PrometheusSeries>> ReadMatrixAsync(Stream body, CancellationToken cancellation) =>
        ReadAsync(body, "matrix", points => [.. points.GetProperty("values").EnumerateArray().Select(ReadPoint)], cancellation);

    /// <summary>The series of an instant query, each with one point.</summary>
    /// <exception cref="FormatException">The answer is not of the documented form.</exception>
    public static Task<IReadOnlyList<PrometheusSeries>> ReadVectorAsync(Stream body, CancellationToken cancellation) =>
        ReadAsync(body, "vector", points => [ReadPoint(points.GetProperty("value"))], cancellation);

    private static async Task<IReadOnlyList<PrometheusSeries>> ReadAsync(
        Stream body, string type, Func<JsonElement, (DateTimeOffset Time, double Value)[]> readPoints, CancellationToken cancellation)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(body, cancellationToken: cancellation);
            var data = document.RootElement.GetProperty("data");
            if (data.GetProperty("resultType").GetString() != type) throw new FormatException($"A {type} was expected.");
            return [.. data.GetProperty("result").EnumerateArray().Select(s => new PrometheusSeries(ReadLabels(s), readPoints(s)))];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or IndexOutOfRangeException or ArgumentException)
        {
            throw new FormatException("The answer is not one of the Prometheus HTTP API.", e);
        }
    }

    private static Dictionary<string, string> ReadLabels(JsonElement series) =>
        series.GetProperty("metric").EnumerateObject()
            .ToDictionary(p => p.Name, p => p.Value.GetString() ?? throw new FormatException("A label has no value."), StringComparer.Ordinal);

    private static (DateTimeOffset Time, double Value) ReadPoint(JsonElement point) => (
        DateTimeOffset.FromUnixTimeSeconds((long)point[0].GetDouble()),
        ReadValue(point[1].GetString()) ?? throw new FormatException($"'{point[1]}' is not a sample value."));

    /// <summary>A sample value or bucket bound as Prometheus writes it; .NET does not know its spelling of the infinities.</summary>
    /// <returns>The value; null when the text is no number.</returns>
    public static double? ReadValue(string? text) => text switch
    {
        "+Inf" or "Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) => value,
        _ => null,
    };
}
