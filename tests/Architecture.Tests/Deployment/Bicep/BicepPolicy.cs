using System.Text.RegularExpressions;

namespace SloFunctions.Architecture.Tests.Deployment.Bicep;

/// <summary>Versions and roles that were looked up, and outputs that give nothing away.</summary>
/// <param name="Versions">Types of resources with the versions that may be used.</param>
/// <param name="Roles">Ids of roles that may be given.</param>
internal sealed partial record BicepPolicy(IReadOnlyDictionary<string, string> Versions, IReadOnlyDictionary<string, string> Roles)
{
    // What outputs are not to be called, but for the name of the vault.
    private static readonly string[] SecretShaped = ["secret", "password", "connection", "accesskey", "accountkey", "primarykey", "sharedkey", "apikey", "sastoken", "accesstoken", "instrumentation"];

    /// <summary>Each finding as a sentence that names file and line.</summary>
    public IEnumerable<string> Check(BicepFile file)
    {
        foreach (var resource in file.Resources.Where(r => r.Target.Contains('@', StringComparison.Ordinal)))
        {
            string[] parts = resource.Target.Split('@');
            if (!Versions.TryGetValue(parts[0], out string? allowed) || allowed != parts[1])
                yield return $"{file.Path}, line {resource.Line}: {resource.Target} is not among the versions that were looked up.";
        }

        foreach (var text in file.Tokens.Where(t => t.Kind == BicepTokenKind.Text && Guid().IsMatch(t.Text) && !Roles.ContainsKey(t.Text)))
            yield return $"{file.Path}, line {text.Line}: {text.Text} is the id of no known role.";
        foreach (var output in file.Outputs.Where(IsSecretShaped))
            yield return $"{file.Path}, line {output.Line}: the output {output.Name} looks like a secret.";
    }

    private static bool IsSecretShaped(BicepOutput output) =>
        SecretShaped.Any(word => Plain(output.Name).Contains(word, StringComparison.Ordinal) && !IsCount(output))
        || output.Expression.Any(t => t.Text.StartsWith("list", StringComparison.Ordinal) && t.Kind == BicepTokenKind.Word)
        || output.Expression.Any(t => t.Text is "ConnectionString" or "InstrumentationKey");

    // How many connections there are is no way to open one.
    private static bool IsCount(BicepOutput output) => output.Expression.Any(t => t.Kind == BicepTokenKind.Number);

    private static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();

    [GeneratedRegex(@"\A[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Guid();
}
