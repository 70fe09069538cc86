using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using SloFunctions.LocalHost.Durable;

namespace SloFunctions.LocalHost.Settings;

/// <summary>What the local host takes from <c>host.json</c>.</summary>
/// <param name="RoutePrefix">The first part of every route, without slashes; <c>api</c> unless stated.</param>
/// <param name="FunctionTimeout">How long an invocation may take; infinite for <c>-1</c>, 30 minutes unless stated.</param>
/// <param name="LogLevels">Least level by category; <c>default</c> stands for all others.</param>
/// <param name="Durable">How much of orchestrations runs at once.</param>
internal sealed record HostJson(
    string RoutePrefix, TimeSpan FunctionTimeout, IReadOnlyDictionary<string, LogLevel> LogLevels, DurableOptions Durable)
{
    public const string FileName = "host.json";

    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(30);

    /// <exception cref="LocalHostException">The file is there, but is not a <c>host.json</c> of version 2.0.</exception>
    public static HostJson Read(string path)
    {
        var root = JsonFile.Read(path);
        if (root is { } file && file.Property("version")?.ToString() != "2.0")
        {
            throw new LocalHostException($"{path}: \"version\" must be \"2.0\"");
        }

        return new HostJson(
            Prefix(path, root?.Property("extensions")?.Property("http")?.Property("routePrefix")),
            Timeout(path, root?.Property("functionTimeout")),
            Levels(path, root?.Property("logging")?.Property("logLevel")),
            DurableTaskSection.Read(path, root?.Property("extensions")?.Property("durableTask")));
    }

    private static string Prefix(string path, JsonElement? value) => value switch
    {
        null => "api",
        { ValueKind: JsonValueKind.String } text => text.GetString()!.Trim('/'),
        { } other => throw new LocalHostException($"{path}: \"routePrefix\" must be a string, not {JsonFile.Kind(other)}"),
    };

    private static TimeSpan Timeout(string path, JsonElement? value)
    {
        var text = value?.ToString();
        if (text is null)
        {
            return DefaultTimeout;
        }

        if (text == "-1")
        {
            return System.Threading.Timeout.InfiniteTimeSpan;
        }

        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var timeout) && timeout > TimeSpan.Zero && timeout.TotalDays <= 24
            ? timeout
            : throw new LocalHostException($"{path}: \"functionTimeout\" must be a time such as \"00:10:00\", or \"-1\" for none, not \"{text}\"");
    }

    private static Dictionary<string, LogLevel> Levels(string path, JsonElement? value)
    {
        var levels = new Dictionary<string, LogLevel>(StringComparer.Ordinal);
        if (value is not { ValueKind: JsonValueKind.Object } section)
        {
            return levels;
        }

        foreach (var entry in section.EnumerateObject())
        {
            levels[entry.Name] = Enum.TryParse<LogLevel>(entry.Value.ToString(), ignoreCase: true, out var level) && Enum.IsDefined(level)
                ? level
                : throw new LocalHostException($"{path}: \"{entry.Value}\" is not a log level ({entry.Name})");
        }

        return levels;
    }
}
