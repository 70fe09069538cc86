namespace SloFunctions.Architecture.Tests.Workflows;

/// <summary>Each check, held against a workflow in good order and against mistakes put into it.</summary>
public sealed class SeededMistakeTests
{
    private const string Checkout = "actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0";

    private static readonly Workflow Right = new(".github/workflows/right.yml", $$$"""
        name: right
        on:
          pull_request:
        permissions: {}
        concurrency:
          group: right
          cancel-in-progress: true
        jobs:
          build:
            runs-on: ubuntu-24.04
            timeout-minutes: 5
            permissions:
              contents: read
            steps:
              - uses: {{{Checkout}}}
              - name: Test
                env:
                  TITLE: ${{ github.event.pull_request.title }}
                run: ./slo test
        """);

    [Fact]
    public void Nothing_is_said_of_a_workflow_in_good_order() =>
        Pins.Complaints(Right).Concat(Rights.Complaints(Right)).Concat(JobLimits.Complaints(Right)).Concat(StepScripts.Complaints(Right)).ShouldBeEmpty();

    [Theory]
    [InlineData("actions/checkout@v5", "is not a commit")]
    [InlineData("actions/checkout@main # v5.0.0", "is not a commit")]
    [InlineData("actions/checkout@08c6903 # v5.0.0", "is not a commit")]
    [InlineData("actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8", "is not a commit")]
    [InlineData("actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5", "is not a commit")]
    [InlineData("./.github/actions/missing", "./.github/actions/missing is not there")]
    public void Actions_that_could_change_are_reported(string use, string expected) =>
        Pins.Complaints(Right.With(Checkout, use)).ShouldHaveSingleItem().ShouldContain(expected);

    [Fact]
    public void An_action_hidden_in_a_flow_mapping_is_reported() =>
        Pins.Complaints(Right.With($"- uses: {Checkout}", "- { name: x, uses: actions/checkout@v5 }")).ShouldHaveSingleItem().ShouldContain("line of its own");

    [Theory]
    [InlineData("actions/checkout@18c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0")]
    [InlineData("actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.1")]
    public void One_action_at_two_commits_is_reported(string use)
    {
        Pins.Disagreements([Right, Right.With("name: right", "name: again")]).ShouldBeEmpty();
        Pins.Disagreements([Right, Right.With(Checkout, use)]).ShouldHaveSingleItem().ShouldContain("actions/checkout stands");
    }

    [Theory]
    [InlineData("permissions: {}", "permissions: write-all", "the workflow itself")]
    [InlineData("permissions: {}\n", "\n", "the workflow itself")]
    [InlineData("permissions: {}", "permissions:\n  contents: write", "the workflow itself")]
    [InlineData("contents: read", "contents: write", "build has contents: write")]
    [InlineData("contents: read", "id-token: write", "build has id-token: write")]
    [InlineData("    permissions:\n      contents: read\n", "", "build does not list its rights")]
    [InlineData("    permissions:\n      contents: read\n", "    permissions: write-all\n", "build does not list its rights")]
    [InlineData("  pull_request:", "  pull_request_target:", "rights of the base")]
    public void Rights_beyond_need_are_reported(string old, string other, string expected) =>
        Rights.Complaints(Right.With(old, other)).ShouldHaveSingleItem().ShouldContain(expected);

    [Theory]
    [InlineData("    timeout-minutes: 5\n", "", "no limit of time")]
    [InlineData("timeout-minutes: 5", "timeout-minutes: 1000", "no limit of time")]
    [InlineData("ubuntu-24.04", "ubuntu-latest", "changes by itself")]
    [InlineData("cancel-in-progress: true", "cancel-in-progress: false", "goes on")]
    [InlineData("  pull_request:", "  push:", "cancelled half-way")]
    [InlineData("concurrency:\n  group: right\n  cancel-in-progress: true\n", "", "an older run")]
    public void Jobs_without_limits_are_reported(string old, string other, string expected) =>
        JobLimits.Complaints(Right.With(old, other)).ShouldHaveSingleItem().ShouldContain(expected);

    [Theory]
    [InlineData("echo \"${{ github.event.pull_request.title }}\"", "an expression is put into a script")]
    [InlineData("git checkout ${{ github.head_ref }}", "an expression is put into a script")]
    [InlineData("curl -H ${{ secrets.TOKEN }} x", "an expression is put into a script")]
    [InlineData("echo $SLO_API_KEY", "a secret is shown")]
    [InlineData("printf '%s' \"${CLIENT_SECRET}\" >x", "a secret is shown")]
    [InlineData("set -euxo pipefail", "a secret is shown")]
    [InlineData("printenv", "a secret is shown")]
    [InlineData("node tools/ci/missing.mjs", "tools/ci/missing.mjs is not there")]
    [InlineData("tools/ci/missing.sh --all", "tools/ci/missing.sh is not there")]
    [InlineData("tools/slo/test.sh", "tools/slo/test.sh cannot be executed")]
    [InlineData("./slo fly", "./slo has no command fly")]
    public void Wrong_scripts_are_reported(string script, string expected) =>
        StepScripts.Complaints(Right.With("run: ./slo test", $"run: |\n          {script}")).ShouldHaveSingleItem().ShouldContain(expected);

    [Theory]
    [InlineData("run: ./slo test", "run: ./slo test\n        continue-on-error: true", "a failure is passed over")]
    [InlineData("timeout-minutes: 5", "timeout-minutes: 5\n    continue-on-error: true", "a failure is passed over")]
    [InlineData("TITLE: ${{ github.event.pull_request.title }}", "ALL: ${{ toJSON(secrets) }}", "all secrets are handed on")]
    public void Failures_passed_over_and_secrets_handed_on_are_reported(string old, string other, string expected) =>
        StepScripts.Complaints(Right.With(old, other)).ShouldHaveSingleItem().ShouldContain(expected);

    [Theory]
    [InlineData("ci", "postgres: [16, 17, 18]", "postgres: [17, 18]", "not every version")]
    [InlineData("ci", "language: [csharp, javascript-typescript, actions]", "language: [csharp]", "not every language")]
    [InlineData("ci", "run: ./slo test\n", "run: ./slo test Domain\n", "test lacks ./slo test")]
    [InlineData("ci", "run: tools/ci/secrets.sh", "run: tools/ci/audit-packages.sh", "secrets lacks")]
    [InlineData("ci", "  schedule:\n    - cron: '17 3 * * *'\n", "", "every day")]
    [InlineData("ci", "  packages:\n", "  packages:\n    if: false\n", "packages does not always run")]
    [InlineData("real-packages", " -p:UseStandIns=false\n      # Those", "\n      # Those", "build lacks")]
    [InlineData("nightly", "  mutation:\n", "  mutated:\n", "mutation lacks")]
    [InlineData("restore-test", "run: ./slo drill restore", "run: ./slo drill counts", "drill lacks")]
    public void Missing_gates_are_reported(string workflow, string old, string other, string expected) =>
        Gates.Complaints(Workflow.Named(workflow).With(old, other)).ShouldHaveSingleItem().ShouldContain(expected);

    [Theory]
    [InlineData("needs: [package, staging]", "needs: package", "production does not wait for staging")]
    [InlineData("needs: [package, production]", "needs: package", "a package is kept before")]
    [InlineData("name: production\n", "name: staging\n", "production is not the environment production")]
    [InlineData("--seconds 300", "--seconds 3", "staging lacks tools/ci/load.mjs")]
    [InlineData("--minutes 15", "--minutes 1", "production lacks tools/ci/watch.mjs")]
    [InlineData("tools/ci/rollback.sh", "echo", "production lacks tools/ci/rollback.sh")]
    [InlineData("event.workflow_run.conclusion == 'success' && ", "", "what did not pass")]
    [InlineData(" && github.event.workflow_run.event == 'push'", "", "what did not pass")]
    [InlineData("slofunctions.zip -p:UseStandIns=false", "slofunctions.zip", "real packages")]
    public void A_deployment_without_its_gates_is_reported(string old, string other, string expected) =>
        DeploymentOrder.Complaints(Workflow.Named("deploy").With(old, other)).ShouldContain(c => c.Contains(expected, StringComparison.Ordinal));
}
