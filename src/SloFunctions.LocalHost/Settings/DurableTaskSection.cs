using System.Text.Json;

namespace SloFunctions.LocalHost.Settings;

/// <summary>What the local host takes from the section <c>extensions.durableTask</c> of <c>host.json</c>.</summary>
/// <param name="HubName">The task hub: a letter, then letters and digits, 3 to 45 in all.</param>
/// <param name="MaxConcurrentActivityFunctions">How many activities run at once; 1 or more.</param>
/// <param name="MaxConcurrentOrchestratorFunctions">How many orchestrators run at once; 1 or more.</param>
internal sealed record DurableTaskSection(string HubName, int MaxConcurrentActivityFunctions, int MaxConcurrentOrchestratorFunctions)
{
    // The real host's, where it runs on a plan that scales by itself.
    private const string DefaultHub = "TestHubName";
    private const int DefaultActivities = 10;
    private const int DefaultOrchestrators = 5;

    /// <exception cref="LocalHostException">A value makes no sense.</exception>
    public static DurableTaskSection Read(string path, JsonElement? section) => section is null or { ValueKind: JsonValueKind.Object }
        ? new DurableTaskSection(
            Hub(path, section?.Property("hubName")),
            Count(path, section, "maxConcurrentActivityFunctions", DefaultActivities),
            Count(path, section, "maxConcurrentOrchestratorFunctions", DefaultOrchestrators))
        : throw new LocalHostException($"{path}: \"durableTask\" must be an object, not {JsonFile.Kind(section.Value)}");

    private static string Hub(string path, JsonElement? value) => value switch
    {
        null => DefaultHub,
        { ValueKind: JsonValueKind.String } text when IsHub(text.GetString()!) => text.GetString()!,
        { } other => throw new LocalHostException(
            $"{path}: \"hubName\" must be a letter, then letters and digits, 3 to 45 in all, not {other.GetRawText()}"),
    };

    private static bool IsHub(string name) =>
        name.Length is >= 3 and <= 45 && char.IsAsciiLetter(name[0]) && name.All(char.IsAsciiLetterOrDigit);

    private static int Count(string path, JsonElement? section, string name, int fallback) => section?.Property(name) switch
    {
        null => fallback,
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt32(out int count) && count >= 1 => count,
        { } other => throw new LocalHostException($"{path}: \"{name}\" must be a whole number of 1 or more, not {other.GetRawText()}"),
    };
}
