using System.Text.Json.Nodes;

namespace SloFunctions.Architecture.Tests.Workflows;

/// <summary>What every change, every night and every month must be held against.</summary>
internal static class Gates
{
    // Workflow, job, what one of its steps runs or uses: the whole of the tests, or a part of a script.
    private static readonly (string Workflow, string Job, string What)[] Wanted =
    [
        ("ci", "validate", "./slo check --static"),
        ("ci", "validate", "git diff --exit-code"),
        ("ci", "test", "tools/ci/install-postgres.sh \"$POSTGRES\""),
        ("ci", "test", "./slo test"),
        ("ci", "packages", "tools/ci/audit-packages.sh"),
        ("ci", "dependency-review", "actions/dependency-review-action@"),
        ("ci", "secrets", "tools/ci/secrets.sh"),
        ("ci", "codeql", "github/codeql-action/analyze@"),
        ("real-packages", "build", "tools/ci/package.sh artifacts/package/slofunctions.zip -p:UseStandIns=false"),
        ("real-packages", "host", "tools/ci/real-host.sh artifacts/package/published dotnet test tests/EndToEnd.Tests"),
        ("nightly", "fuzz", "./slo test EndToEnd.Tests.Contract"),
        ("nightly", "soak", "./slo bench concurrent-clients"),
        ("nightly", "mutation", "dotnet stryker"),
        ("nightly", "backtest", "node tools/ci/backtest-gate.mjs"),
        ("nightly", "dast", "tools/ci/zap.sh"),
        ("weekly", "dast", "tools/ci/zap.sh \"$URL/docs\""),
        ("restore-test", "drill", "./slo drill restore"),
        ("restore-test", "staging", "tools/ci/restore-azure.sh --group \"$AZURE_RESOURCE_GROUP\" --delete"),
    ];

    /// <summary>What is missing in a workflow.</summary>
    public static IEnumerable<string> Complaints(Workflow workflow)
    {
        foreach (var (_, name, what) in Wanted.Where(w => workflow.File.EndsWith($"/{w.Workflow}.yml", StringComparison.Ordinal)))
        {
            if (!workflow.Jobs.TryGetValue(name, out var job) || !Workflow.StepsOf(job).Any(s => $"{s["run"]}{s["uses"]}" is var does && (what == "./slo test" ? does == what : does.Contains(what, StringComparison.Ordinal))))
                yield return $"{name} lacks {what}";
        }

        if (!workflow.File.EndsWith("/ci.yml", StringComparison.Ordinal)) yield break;
        if (Matrix(workflow, "test", "postgres") != "16 17 18") yield return "not every version of PostgreSQL is tested";
        if (Matrix(workflow, "codeql", "language") != "csharp javascript-typescript actions") yield return "not every language is scanned";
        if (workflow.Content["on"] is not JsonObject on || !on.ContainsKey("pull_request") || !on.ContainsKey("push") || !on.ContainsKey("schedule"))
            yield return "it does not run for every change and every day";
        foreach (var (name, job) in workflow.Jobs)
        {
            if (job["if"] is not null && name != "dependency-review") yield return $"{name} does not always run";
        }
    }

    private static string Matrix(Workflow workflow, string job, string dimension) =>
        string.Join(' ', workflow.Jobs[job]["strategy"]!["matrix"]![dimension]!.AsArray().Select(v => v!.ToString()));
}
