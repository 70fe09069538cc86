using System.Text.Json;
using SloFunctions.TelemetryGenerator.Model;
using SloFunctions.TelemetryGenerator.Series;
using SloFunctions.TelemetryGenerator.Traffic;

namespace SloFunctions.TelemetryGenerator.Truth;

/// <summary>The truth file: parameters, events and hourly counts of each service.</summary>
internal static class TruthFile
{
    public static void Write(Stream stream, GeneratorOptions options, Timeline timeline, IReadOnlyList<ServiceHistory> histories)
    {
        using var json = new Utf8JsonWriter(stream);
        json.WriteStartObject();
        json.WriteNumber("schema", 1);
        json.WriteNumber("seed", options.Seed);
        json.WriteString("start", timeline.Start);
        json.WriteString("end", timeline.End);
        json.WriteNumber("step_seconds", timeline.StepSeconds);
        WriteArray(json, "bounds", LatencyModel.Bounds, json.WriteNumberValue);
        json.WriteStartArray("services");
        foreach (var history in histories)
        {
            WriteService(json, history, timeline);
            json.Flush();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteService(Utf8JsonWriter json, ServiceHistory history, Timeline timeline)
    {
        var hours = HourlyTruth.Of(history, timeline);
        json.WriteStartObject();
        json.WriteString("service_id", history.Service.Id);
        json.WriteString("case", SpecialCaseNames.NameOf(history.Service.Case));
        json.WritePropertyName("notes");
        history.Notes.WriteTo(json);
        WriteArray(json, "good", hours, hour => WriteCount(json, hour?.Good));
        WriteArray(json, "total", hours, hour => WriteCount(json, hour?.Total));
        if (history.Pods[0].Buckets.Length == 0)
        {
            json.WriteNull("latency");
        }
        else
        {
            WriteArray(json, "latency", hours, hour => WriteCounts(json, hour?.CumulativeBuckets));
        }

        json.WriteEndObject();
    }

    private static void WriteArray<T>(Utf8JsonWriter json, string name, IEnumerable<T> values, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            write(value);
        }

        json.WriteEndArray();
    }

    private static void WriteCount(Utf8JsonWriter json, long? count)
    {
        if (count is { } known)
        {
            json.WriteNumberValue(known);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private static void WriteCounts(Utf8JsonWriter json, long[]? counts)
    {
        if (counts is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartArray();
        foreach (var count in counts)
        {
            json.WriteNumberValue(count);
        }

        json.WriteEndArray();
    }
}
