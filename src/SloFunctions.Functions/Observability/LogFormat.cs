using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace SloFunctions.Functions.Observability;

/// <summary>How log lines look on the console: <c>Logging:Format</c> is <c>json</c> or <c>text</c>.</summary>
internal static class LogFormat
{
    private const string Setting = "Logging:Format";

    /// <summary>Whether lines are JSON; unless set, wherever people do not read them as they come.</summary>
    /// <exception cref="InvalidOperationException">The setting is neither of the two.</exception>
    public static bool IsJson(IConfiguration settings, IHostEnvironment environment) => settings[Setting]?.ToUpperInvariant() switch
    {
        null or "" => !environment.IsDevelopment() || settings["DOTNET_RUNNING_IN_CONTAINER"] is "true" or "1",
        "JSON" => true,
        "TEXT" => false,
        _ => throw new InvalidOperationException($"{Setting} must be json or text."),
    };
}
