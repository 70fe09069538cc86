using System.Text.Json.Nodes;

namespace SloFunctions.Architecture.Tests.Workflows;

/// <summary>In which order a package goes to staging and production, and what it has to pass on the way.</summary>
internal static class DeploymentOrder
{
    private const string Deploys = "./.github/actions/deploy";
    private const string Smoke = "tools/ci/smoke.mjs";
    private const string Failed = "failure() && steps.deploy.conclusion != 'skipped'";

    /// <summary>What is missing, or out of its order.</summary>
    public static IEnumerable<string> Complaints(Workflow deploy)
    {
        foreach (var (job, environment, needed) in new[] { ("staging", "staging", "package"), ("production", "production", "staging") })
        {
            if (!Needs(deploy.Jobs[job]).Contains(needed)) yield return $"{job} does not wait for {needed}";
            if (deploy.Jobs[job]["environment"]?["name"]?.GetValue<string>() != environment) yield return $"{job} is not the environment {environment}";
        }

        if (!Needs(deploy.Jobs["keep"]).Contains("production")) yield return "a package is kept before production has run with it";
        foreach (string complaint in Order(deploy, "staging", "sha256sum --check", Deploys, Smoke, "tools/ci/load.mjs \"$URL\" --seconds 300 --connections 200")) yield return complaint;
        foreach (string complaint in Order(deploy, "production", "sha256sum --check", Deploys, Smoke, "tools/ci/watch.mjs \"$URL\" --workspace \"$WORKSPACE\" --minutes 15", "tools/ci/rollback.sh")) yield return complaint;
        if (Workflow.StepsOf(deploy.Jobs["production"]).LastOrDefault(s => What(s).Contains("rollback.sh", StringComparison.Ordinal))?["if"]?.GetValue<string>() != $"${{{{ {Failed} }}}}")
            yield return "going back is not for failures alone";
        if (!deploy.Scripts.Any(s => s.Contains("tools/ci/package.sh", StringComparison.Ordinal) && s.Contains("-p:UseStandIns=false", StringComparison.Ordinal)))
            yield return "the package is not built with the real packages";
        if (deploy.Jobs["package"]["if"]?.GetValue<string>().Contains("workflow_run.event == 'push'", StringComparison.Ordinal) != true
            || deploy.Jobs["package"]["if"]?.GetValue<string>().Contains("conclusion == 'success'", StringComparison.Ordinal) != true)
        {
            yield return "what did not pass on main is deployed";
        }
    }

    private static IEnumerable<string> Order(Workflow deploy, string job, params string[] wanted)
    {
        string[] steps = [.. Workflow.StepsOf(deploy.Jobs[job]).Select(What)];
        int[] places = [.. wanted.Select(w => Array.FindIndex(steps, s => s.Contains(w, StringComparison.Ordinal)))];
        foreach (var (want, place) in wanted.Zip(places))
        {
            if (place < 0) yield return $"{job} lacks {want}";
        }

        if (!places.SequenceEqual(places.Order())) yield return $"{job} is out of order";
    }

    private static string What(JsonObject step) => (step["run"] ?? step["uses"])?.GetValue<string>() ?? "";

    private static IEnumerable<string> Needs(JsonObject job) => job["needs"] switch
    {
        JsonArray several => several.Select(n => n!.GetValue<string>()),
        { } one => [one.GetValue<string>()],
        null => [],
    };
}
