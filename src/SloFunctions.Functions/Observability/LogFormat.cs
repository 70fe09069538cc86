using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace SloFunctions.Functions.Observability;

/// <summary>How log lines look on the console: <c>Logging:Format</c> is <c>json</c> or <c>text</c>.</summary>
internal static class LogFormat
{
    /// <summary>The setting.</summary>
    public const string Setting = "Logging:Format";

    /// <summary>Whether the setting is one of the two, or none.</summary>
    public static bool IsValid(IConfiguration settings) => settings[Setting]?.ToUpperInvariant() is null or "" or "JSON" or "TEXT";

    /// <summary>Whether lines are JSON; unless set, wherever people do not read them as they come.</summary>
    public static bool IsJson(IConfiguration settings, IHostEnvironment environment) => settings[Setting]?.ToUpperInvariant() switch
    {
        null or "" => !environment.IsDevelopment() || settings["DOTNET_RUNNING_IN_CONTAINER"] is "true" or "1",
        var format => format == "JSON",
    };
}
