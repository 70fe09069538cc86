using System.Text.Json.Nodes;

namespace SloFunctions.Architecture.Tests.Workflows;

/// <summary>How long, where and beside which others a job runs.</summary>
internal static class JobLimits
{
    /// <summary>What is wrong with the jobs of one workflow.</summary>
    public static IEnumerable<string> Complaints(Workflow workflow)
    {
        foreach (var (name, job) in workflow.Jobs)
        {
            if (job["timeout-minutes"] is not JsonValue minutes || minutes.GetValue<decimal>() is <= 0 or > 360) yield return $"{name} has no limit of time";
            if (job["runs-on"]?.GetValue<string>() != "ubuntu-24.04") yield return $"{name} runs on a system that changes by itself";
        }

        if (workflow.Content["concurrency"] is not JsonObject concurrency)
        {
            yield return "it does not say what becomes of an older run";
            yield break;
        }

        bool isOfProposals = workflow.Content["on"] is JsonObject on && on.ContainsKey("pull_request");
        bool isCancelled = concurrency["cancel-in-progress"]?.ToJsonString() is "true" || concurrency["cancel-in-progress"]?.ToString() == "${{ github.event_name == 'pull_request' }}";
        if (isOfProposals && !isCancelled) yield return "an older run of a proposal goes on";
        if (!isOfProposals && isCancelled) yield return "a run is cancelled half-way";
    }
}
