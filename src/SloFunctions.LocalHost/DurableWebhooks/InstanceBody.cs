using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace SloFunctions.LocalHost.DurableWebhooks;

/// <summary>Writes what is known of orchestrations as the real host does.</summary>
internal static class InstanceBody
{
    /// <summary>One orchestration.</summary>
    public static Task WriteAsync(HttpResponse response, OrchestrationMetadata instance, bool showInput) =>
        WriteAsync(response, json => Write(json, instance, showInput));

    /// <summary>A list of them.</summary>
    public static Task WriteAsync(HttpResponse response, IReadOnlyList<OrchestrationMetadata> instances, bool showInput) => WriteAsync(response, json =>
    {
        json.WriteStartArray();
        foreach (var instance in instances) Write(json, instance, showInput);
        json.WriteEndArray();
    });

    private static async Task WriteAsync(HttpResponse response, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        await using (var json = new Utf8JsonWriter(buffer)) write(json);
        response.ContentType = "application/json; charset=utf-8";
        await response.Body.WriteAsync(buffer.WrittenMemory, response.HttpContext.RequestAborted);
    }

    private static void Write(Utf8JsonWriter json, OrchestrationMetadata instance, bool showInput)
    {
        json.WriteStartObject();
        json.WriteString("name", instance.Name);
        json.WriteString("instanceId", instance.InstanceId);
        json.WriteString("runtimeStatus", instance.RuntimeStatus.ToString());
        Raw(json, "input", showInput ? instance.SerializedInput : null);
        Raw(json, "customStatus", instance.SerializedCustomStatus);
        if (instance.FailureDetails is { } failure) json.WriteString("output", failure.ErrorMessage);
        else Raw(json, "output", instance.SerializedOutput);
        json.WriteString("createdTime", Time(instance.CreatedAt));
        json.WriteString("lastUpdatedTime", Time(instance.LastUpdatedAt));
        json.WriteEndObject();
    }

    private static void Raw(Utf8JsonWriter json, string name, string? text)
    {
        json.WritePropertyName(name);
        if (text is null) json.WriteNullValue();
        else json.WriteRawValue(text, skipInputValidation: true);
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
