using System.Text.RegularExpressions;
using SloFunctions.Testing;

namespace SloFunctions.Architecture.Tests.Workflows;

/// <summary>What steps run: nothing that somebody else could have written, no secret into the log, nothing that is not there.</summary>
internal static partial class StepScripts
{
    private static readonly HashSet<string> Commands =
        [.. CommandCase().Match(SourceFiles.Read("slo")).Groups["names"].Value.Split('|', StringSplitOptions.TrimEntries)];

    /// <summary>What is wrong with the scripts of one workflow.</summary>
    public static IEnumerable<string> Complaints(Workflow workflow)
    {
        foreach (string script in workflow.Scripts)
        {
            // Values come through the environment, where they stay values.
            if (script.Contains("${{", StringComparison.Ordinal)) yield return $"an expression is put into a script: {script}";
            if (Shown().Match(script) is { Success: true } shown) yield return $"a secret is shown: {shown.Value}";
            foreach (string missing in Missing(script)) yield return missing;
        }

        if (workflow.Text.Contains("secrets: inherit", StringComparison.Ordinal) || workflow.Text.Contains("toJSON(secrets", StringComparison.OrdinalIgnoreCase))
            yield return "all secrets are handed on";
        if (workflow.Steps.Any(s => s["continue-on-error"] is not null) || workflow.Jobs.Values.Any(j => j["continue-on-error"] is not null))
            yield return "a failure is passed over";
    }

    /// <summary>Files and commands of this repository that a script names and that are not there.</summary>
    public static IEnumerable<string> Missing(string script)
    {
        foreach (Match match in Own().Matches(script))
        {
            string file = match.Groups["path"].Value.TrimEnd('.');
            string path = RepositoryRoot.Combine(file);
            if (!File.Exists(path) && !Directory.Exists(path)) yield return $"{file} is not there";
            else if (file.EndsWith(".sh", StringComparison.Ordinal) && !match.Groups["sourced"].Success && !CanRun(path)) yield return $"{file} cannot be executed";
        }

        foreach (string command in Slo().Matches(script).Select(m => m.Groups["command"].Value))
        {
            if (!Commands.Contains(command)) yield return $"./slo has no command {command}";
        }
    }

    private static bool CanRun(string path) => OperatingSystem.IsWindows() || File.GetUnixFileMode(path).HasFlag(UnixFileMode.UserExecute);

    [GeneratedRegex(@"(?<![\w./$-])(?<sourced>source[ =])?(?<path>(tools|tests|src|infra|\.ci|\.github)/[\w./-]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Own();

    [GeneratedRegex(@"(?<![\w.])\./slo (?<command>[a-z-]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Slo();

    [GeneratedRegex(@"(echo|printf|cat)\b[^\n]*\$\{?(SLO_API_KEY|GH_TOKEN|GITHUB_TOKEN|PGPASSWORD|\w*(SECRET|PASSWORD|TOKEN|_KEY))\b[^\n]*|set -[a-wyz]*x[^\n]*|\b(printenv|env)\s*$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shown();

    [GeneratedRegex(@"^  (?<names>demo \|[a-z |-]+)\)$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CommandCase();
}
