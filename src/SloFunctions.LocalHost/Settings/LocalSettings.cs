using System.Collections;
using System.Text.Json;

namespace SloFunctions.LocalHost.Settings;

/// <summary>What the local host takes from <c>local.settings.json</c>.</summary>
/// <param name="Values">The app's settings, keys with <c>:</c> between their parts.</param>
/// <param name="Port">The port to listen on, when stated.</param>
/// <param name="CorsOrigins">Origins that browsers may call from; <c>*</c> for all.</param>
internal sealed record LocalSettings(IReadOnlyDictionary<string, string> Values, int? Port, IReadOnlyList<string> CorsOrigins)
{
    public const string FileName = "local.settings.json";

    /// <exception cref="LocalHostException">The file is there, but is malformed, encrypted, or states what makes no sense.</exception>
    public static LocalSettings Read(string path)
    {
        var root = JsonFile.Read(path);
        if (root?.Property("IsEncrypted") is { ValueKind: JsonValueKind.True })
        {
            throw new LocalHostException($"{path}: is encrypted; run \"func settings decrypt\" first");
        }

        var host = root?.Property("Host");
        var origins = host?.Property("CORS")?.ToString() ?? "";
        return new LocalSettings(
            ReadValues(path, root?.Property("Values")),
            ReadPort(path, host?.Property("LocalHttpPort")),
            origins.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    /// <summary>The settings as command line arguments, without those that the environment states too.</summary>
    /// <remarks>The real host hands them over as environment variables. Put before the caller's own arguments they rank the
    /// same — above files, below the command line — and the process stays as it is.</remarks>
    public IEnumerable<string> ToArguments(IDictionary environment)
    {
        var stated = environment.Keys.Cast<string>().Select(Normalise).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Values.Where(setting => !stated.Contains(setting.Key)).Select(setting => $"--{setting.Key}={setting.Value}");
    }

    private static Dictionary<string, string> ReadValues(string path, JsonElement? section)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (section is null)
        {
            return values;
        }

        if (section.Value.ValueKind != JsonValueKind.Object)
        {
            throw new LocalHostException($"{path}: \"Values\" must be an object, not {JsonFile.Kind(section.Value)}");
        }

        foreach (var entry in section.Value.EnumerateObject())
        {
            if (entry.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array || entry.Name.Contains('=', StringComparison.Ordinal))
            {
                throw new LocalHostException($"{path}: the value of \"{entry.Name}\" must be a plain string, and its name without \"=\"; write nested names with \"__\"");
            }

            values[Normalise(entry.Name)] = entry.Value.ToString();
        }

        return values;
    }

    private static int? ReadPort(string path, JsonElement? value) => value switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt32(out var port) && port is >= 0 and <= 65535 => port,
        { } other => throw new LocalHostException($"{path}: \"LocalHttpPort\" must be a port between 0 and 65535, not {other}"),
    };

    private static string Normalise(string key) => key.Replace("__", ":", StringComparison.Ordinal);
}
