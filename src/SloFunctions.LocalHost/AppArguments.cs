using System.Collections;
using SloFunctions.LocalHost.Settings;

namespace SloFunctions.LocalHost;

/// <summary>The arguments given to the app: what the real host would put into its environment, then the caller's own.</summary>
internal static class AppArguments
{
    private static readonly string[] EnvironmentNames = ["ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT"];

    public static string[] From(LocalHostOptions options, LocalSettings settings, IDictionary environment)
    {
        // Settings files are read once, as in Azure; watching them costs a system-wide scarce handle each.
        string[] own = ["--hostBuilder:reloadConfigOnChange=false", .. EnvironmentName(settings, environment)];
        return [.. own, .. settings.ToArguments(environment), .. options.AppArguments];
    }

    private static string[] EnvironmentName(LocalSettings settings, IDictionary environment)
    {
        const string Functions = "AZURE_FUNCTIONS_ENVIRONMENT";
        var stated = environment[Functions] as string ?? settings.Values.GetValueOrDefault(Functions);
        if (stated is null && EnvironmentNames.Any(environment.Contains))
        {
            return [];
        }

        return [$"--environment={stated ?? "Development"}"];
    }
}
