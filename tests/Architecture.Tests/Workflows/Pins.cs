using System.Text.RegularExpressions;
using SloFunctions.Testing;

namespace SloFunctions.Architecture.Tests.Workflows;

/// <summary>Whose code runs in workflows: actions of others at one commit each, which a comment names the version of.</summary>
internal static partial class Pins
{
    /// <summary>What is wrong with the actions of one workflow.</summary>
    public static IEnumerable<string> Complaints(Workflow workflow)
    {
        foreach (string use in Uses(workflow))
        {
            if (use.StartsWith("./", StringComparison.Ordinal))
            {
                if (!File.Exists(RepositoryRoot.Combine(use[2..], "action.yml"))) yield return $"{use} is not there";
            }
            else if (!Pin().IsMatch(use))
            {
                yield return $"{use} is not a commit with its version as a comment";
            }
        }

        // A step may also be written so that no line begins with what it uses.
        if (workflow.Steps.Count(s => s.ContainsKey("uses")) != Uses(workflow).Count()) yield return "an action is used otherwise than on a line of its own";
    }

    /// <summary>Actions of one repository that stand at several commits, or under several versions.</summary>
    public static IEnumerable<string> Disagreements(IEnumerable<Workflow> workflows) =>
        workflows.SelectMany(Uses).Select(use => Pin().Match(use)).Where(m => m.Success)
            .GroupBy(m => m.Groups["repository"].Value, m => $"{m.Groups["commit"].Value} {m.Groups["version"].Value}", StringComparer.OrdinalIgnoreCase)
            .Where(pins => pins.Distinct(StringComparer.Ordinal).Skip(1).Any())
            .Select(pins => $"{pins.Key} stands at several commits");

    private static IEnumerable<string> Uses(Workflow workflow) => Use().Matches(workflow.Text).Select(m => m.Groups["use"].Value);

    [GeneratedRegex(@"^\s*(- )?uses: +(?<use>.*\S)", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Use();

    [GeneratedRegex(@"^(?<repository>[\w.-]+/[\w.-]+)(/[\w.-]+)*@(?<commit>[0-9a-f]{40}) # (?<version>v[0-9]+\.[0-9]+\.[0-9]+)\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pin();
}
