using System.Text.Json.Nodes;

namespace SloFunctions.Architecture.Tests.Workflows;

/// <summary>What the token of a job may do: nothing unless the job says so, and to write only what is listed here.</summary>
internal static class Rights
{
    // Workflow, job, right.
    private static readonly HashSet<string> Writes =
    [
        "ci codeql security-events",
        "deploy package attestations",
        "deploy package id-token",
        "deploy staging id-token",
        "deploy production id-token",
        "deploy keep contents",
        "restore-test staging id-token",
        "auto-merge dependabot contents",
        "auto-merge dependabot pull-requests",
    ];

    /// <summary>What is wrong with the rights of one workflow.</summary>
    public static IEnumerable<string> Complaints(Workflow workflow)
    {
        if (workflow.Content["permissions"] is not JsonObject { Count: 0 }) yield return "the workflow itself has rights";
        foreach (var (name, job) in workflow.Jobs)
        {
            if (job["permissions"] is not JsonObject rights)
            {
                yield return $"{name} does not list its rights";
                continue;
            }

            foreach (var (right, level) in rights)
            {
                string? granted = level?.GetValue<string>();
                if (granted != "read" && !(granted == "write" && Writes.Contains($"{Path.GetFileNameWithoutExtension(workflow.File)} {name} {right}")))
                    yield return $"{name} has {right}: {granted}";
            }
        }

        // It would run with the rights of the base, on what anybody proposes.
        if (workflow.Content["on"] is JsonObject on && on.ContainsKey("pull_request_target")) yield return "it runs for proposals with rights of the base";
    }
}
