using System.Text.Json;
using SloFunctions.LocalHost.Durable;

namespace SloFunctions.LocalHost.Settings;

/// <summary>The section <c>extensions.durableTask</c> of <c>host.json</c>.</summary>
internal static class DurableTaskSection
{
    private const int Most = 1000;

    /// <exception cref="LocalHostException">A value makes no sense.</exception>
    public static DurableOptions Read(string path, JsonElement? section)
    {
        if (section is not (null or { ValueKind: JsonValueKind.Object }))
            throw new LocalHostException($"{path}: \"durableTask\" must be an object, not {JsonFile.Kind(section.Value)}");

        // One hub is all that there is here; but a wrong name would be found out in Azure only.
        if (section?.Property("hubName") is { } hub && !IsHub(hub))
            throw new LocalHostException($"{path}: \"hubName\" must be a letter, then letters and digits, 3 to 45 in all, not {hub.GetRawText()}");

        var defaults = new DurableOptions();
        return new DurableOptions
        {
            MaxConcurrentActivityFunctions = Count(path, section, "maxConcurrentActivityFunctions", defaults.MaxConcurrentActivityFunctions),
            MaxConcurrentOrchestratorFunctions = Count(path, section, "maxConcurrentOrchestratorFunctions", defaults.MaxConcurrentOrchestratorFunctions),
        };
    }

    private static bool IsHub(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.GetString() is { Length: >= 3 and <= 45 } name
        && char.IsAsciiLetter(name[0]) && name.All(char.IsAsciiLetterOrDigit);

    private static int Count(string path, JsonElement? section, string name, int fallback) => section?.Property(name) switch
    {
        null => fallback,
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt32(out int count) && count is >= 1 and <= Most => count,
        { } other => throw new LocalHostException($"{path}: \"{name}\" must be a whole number from 1 to {Most}, not {other.GetRawText()}"),
    };
}
