using System.Text.Json;
using System.Text.RegularExpressions;
using SloFunctions.Architecture.Tests.Deployment.Bicep;

namespace SloFunctions.Architecture.Tests.Deployment.Settings;

/// <summary>Where settings stand.</summary>
/// <param name="Bicep">Those that a deployment sets.</param>
/// <param name="Sample">Those of <c>local.settings.sample.json</c>.</param>
/// <param name="Readme">Those that the table of settings explains.</param>
internal sealed partial record SettingPlaces(IReadOnlyList<string> Bicep, IReadOnlyList<string> Sample, IReadOnlyList<string> Readme)
{
    // The identity that the host and the libraries of Azure use.
    private static readonly string[] OfTheHost =
    [
        "AZURE_CLIENT_ID", "AzureWebJobsStorage__credential", "AzureWebJobsStorage__clientId", "AzureWebJobsStorage__blobServiceUri",
        "AzureWebJobsStorage__queueServiceUri", "AzureWebJobsStorage__tableServiceUri",
    ];

    /// <summary>The files as they stand.</summary>
    public static SettingPlaces OfTheDeployment() => new(
        [.. Keys("infra/settings.json", root: null), .. Keys(DeploymentFiles.Bicep["bicep/app-settings.bicep"])],
        [.. Keys("local.settings.sample.json", "Values")],
        [.. Table(SourceFiles.Read("README.md"))]);

    /// <summary>Each setting that lacks a place, with the place.</summary>
    public IEnumerable<string> Missing(IReadOnlyCollection<string> read) => read.Order(StringComparer.Ordinal).SelectMany(setting => (string?[])
    [
        Bicep.Contains(setting) || AppSettings.NotInAzure.ContainsKey(setting) ? null : $"{setting} is not set in Bicep.",
        Sample.Contains(setting) ? null : $"{setting} is not in local.settings.sample.json.",
        Readme.Contains(setting) ? null : $"{setting} is not in the table of README.md.",
    ]).OfType<string>();

    /// <summary>Each setting that has a place and no reader.</summary>
    public IEnumerable<string> Unknown(IReadOnlyCollection<string> read) =>
    [
        .. Bicep.Except(read).Except(OfTheHost).Select(s => $"Nobody reads {s}, which Bicep sets."),
        .. Sample.Except(read).Select(s => $"Nobody reads {s}, which is in the sample."),
    ];

    private static IEnumerable<string> Keys(string path, string? root)
    {
        var json = JsonSerializer.Deserialize<JsonElement>(SourceFiles.Read(path));
        return (root is null ? json : json.GetProperty(root)).EnumerateObject().Select(p => p.Name);
    }

    private static IEnumerable<string> Keys(BicepFile file) => file.Tokens.Zip(file.Tokens.Skip(1))
        .Where(pair => pair.First.Kind == BicepTokenKind.Word && pair.Second.IsSymbol(":") && (pair.First.Text.Contains("__", StringComparison.Ordinal) || AllCapitals().IsMatch(pair.First.Text)))
        .Select(pair => pair.First.Text);

    // In a row `Section__A`, `__B` the second continues the section of the first.
    private static IEnumerable<string> Table(string readme)
    {
        foreach (string row in readme.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)))
        {
            string section = "";
            foreach (string name in Quoted().Matches(row.Split('|')[1]).Select(m => m.Groups["name"].Value))
            {
                if (name.StartsWith("__", StringComparison.Ordinal))
                {
                    yield return section + name;
                    continue;
                }

                section = name.Split("__")[0];
                yield return name;
            }
        }
    }

    [GeneratedRegex("`(?<name>[A-Za-z_]+)`", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\A[A-Z_]{5,}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AllCapitals();
}
