using System.Text.Json;
using SloFunctions.Architecture.Tests.Deployment.Bicep;
using SloFunctions.Testing;

namespace SloFunctions.Architecture.Tests.Deployment;

/// <summary>The files that describe the deployment.</summary>
internal static class DeploymentFiles
{
    /// <summary>Every Bicep file, by its path inside the checkout.</summary>
    public static IReadOnlyDictionary<string, BicepFile> Bicep { get; } = SourceFiles.Below("infra", "*.bicep").Concat(SourceFiles.Below("bicep", "*.bicep"))
        .ToDictionary(path => path, path => BicepFile.Parse(path, SourceFiles.Read(path)), StringComparer.Ordinal);

    /// <summary>Versions and roles that were looked up in Microsoft's own references.</summary>
    public static BicepPolicy Policy { get; } = JsonSerializer.Deserialize<BicepPolicy>(
        File.ReadAllText(RepositoryRoot.Combine("tests", "Architecture.Tests", "Deployment", "looked-up.json")), JsonSerializerOptions.Web)!;

    /// <summary>All that is wrong with a file, as the rest of the deployment stands.</summary>
    public static IReadOnlyList<string> Findings(BicepFile file) =>
    [
        .. Policy.Check(file),
        .. BicepNames.Check(file),
        .. BicepModules.Check(file, Bicep.GetValueOrDefault),
        .. file.Loaded.Select(loaded => BicepModules.Resolve(file.Path, loaded)).Where(path => !File.Exists(RepositoryRoot.Combine(path)))
            .Select(path => $"{file.Path}: there is no {path}."),
    ];
}
