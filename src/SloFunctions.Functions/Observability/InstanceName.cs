using System.Globalization;

namespace SloFunctions.Functions.Observability;

/// <summary>What tells this process from other instances of the app.</summary>
internal static class InstanceName
{
    /// <summary>The platform's id of the instance; elsewhere the machine with the process.</summary>
    public static string Value { get; } = Environment.GetEnvironmentVariable("WEBSITE_INSTANCE_ID") is { Length: > 0 } id
        ? id
        : string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}:{Environment.ProcessId}");
}
