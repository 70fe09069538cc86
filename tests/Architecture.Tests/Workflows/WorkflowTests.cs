namespace SloFunctions.Architecture.Tests.Workflows;

public sealed class WorkflowTests
{
    public static TheoryData<string> Workflows => [.. Workflow.All.Select(w => w.File)];

    public static TheoryData<string> Everything => [.. Workflow.All.Concat(Workflow.Actions).Select(w => w.File)];

    [Fact]
    public void There_are_all_workflows() =>
        Workflow.All.Select(w => Path.GetFileNameWithoutExtension(w.File)).ShouldBe(["auto-merge", "ci", "deploy", "nightly", "real-packages", "restore-test", "weekly"]);

    [Theory]
    [MemberData(nameof(Everything))]
    public void Actions_stand_at_commits(string file) => Pins.Complaints(Of(file)).ShouldBeEmpty();

    [Fact]
    public void One_action_stands_at_one_commit() => Pins.Disagreements(Workflow.All.Concat(Workflow.Actions)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Jobs_have_the_rights_they_need(string file) => Rights.Complaints(Of(file)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Jobs_have_limits(string file) => JobLimits.Complaints(Of(file)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Everything))]
    public void Scripts_run_what_is_there_and_nothing_of_others(string file) => StepScripts.Complaints(Of(file)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Every_gate_is_there(string file) => Gates.Complaints(Of(file)).ShouldBeEmpty();

    [Fact]
    public void Production_comes_after_staging_and_is_watched() => DeploymentOrder.Complaints(Workflow.Named("deploy")).ShouldBeEmpty();

    [Theory]
    [InlineData("staging")]
    [InlineData("production")]
    public void A_deployment_answers_every_question_of_the_infrastructure(string job)
    {
        string[] questions = [.. SourceFiles.Read("infra/main.parameters.json").Split("${").Skip(1).Select(rest => rest[..rest.IndexOfAny(['=', '}'])])];

        questions.Length.ShouldBeGreaterThan(20);
        questions.Except(Workflow.Named("deploy").Jobs[job]["env"]!.AsObject().Select(e => e.Key)).ShouldBeEmpty();
    }

    [Fact]
    public void Scripts_of_the_pipelines_call_what_is_there() =>
        SourceFiles.Below("tools/ci", "*.sh").SelectMany(file => StepScripts.Missing(SourceFiles.Read(file))).ShouldBeEmpty();

    [Fact]
    public void A_deployment_is_taken_back_at_more_than_one_in_a_hundred() =>
        SourceFiles.Read("tools/ci/watch/decision.mjs").ShouldContain("export const mostFailed = 0.01;");

    [Fact]
    public void What_is_deployed_is_built_and_audited_with_the_real_packages()
    {
        SourceFiles.Read("tools/ci/package.sh").ShouldContain("dotnet publish \"$repository/src/SloFunctions.Functions\" -c Release -p:UseStandIns=false");
        SourceFiles.Read("tools/ci/audit-packages.sh").ShouldContain("audit_nuget src/SloFunctions.Functions -p:UseStandIns=false");
        Workflow.All.SelectMany(w => w.Scripts).ShouldAllBe(script => !script.Contains("UseStandIns=true", StringComparison.Ordinal));
    }

    private static Workflow Of(string file) => new(file, SourceFiles.Read(file));
}
