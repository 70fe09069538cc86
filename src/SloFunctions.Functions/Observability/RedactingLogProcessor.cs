using OpenTelemetry;
using OpenTelemetry.Logs;

namespace SloFunctions.Functions.Observability;

/// <summary>Takes secrets out of log records before they leave the machine.</summary>
internal sealed class RedactingLogProcessor : BaseProcessor<LogRecord>
{
    /// <inheritdoc/>
    public override void OnEnd(LogRecord data)
    {
        if (data.FormattedMessage is { } message) data.FormattedMessage = Redaction.Apply(message);
        if (data.Attributes is { Count: > 0 } attributes)
            data.Attributes = [.. attributes.Select(a => new KeyValuePair<string, object?>(a.Key, a.Value is string text ? Redaction.Apply(text) : a.Value))];
        // The exporter writes what an exception says as it stands; as text of our own it has been looked through.
        if (data.Exception is not { } failure) return;
        data.Attributes =
        [
            .. data.Attributes ?? [],
            new("exception.type", failure.GetType().FullName),
            new("exception.stacktrace", Redaction.Apply(failure.ToString())),
        ];
        data.Exception = null;
    }
}
