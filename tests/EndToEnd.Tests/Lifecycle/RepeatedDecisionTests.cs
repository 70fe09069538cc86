using System.Net;
using EndToEnd.Tests.App;

namespace EndToEnd.Tests.Lifecycle;

[Collection(PlainAppTests.Name)]
public sealed class RepeatedDecisionTests(PlainApp app)
{
    private static readonly object Targets = new { action = "manual", targets = new { availability = 99.5 } };
    private static readonly object Others = new { action = "manual", targets = new { availability = 99.9 } };

    private readonly Governed governed = new(app);

    [OwnHostFact]
    public async Task The_same_request_with_the_same_key_is_answered_as_it_was_first()
    {
        await governed.RegisterAsync("repeat-same");
        string owner = governed.NextOwner();

        var first = await governed.DecideAsync("repeat-same", Targets, owner, ("Idempotency-Key", "a key"));
        (await governed.DecideAsync("repeat-same", Others, owner)).ShouldBe(HttpStatusCode.OK);
        var again = await governed.DecideAsync("repeat-same", Targets, owner, ("Idempotency-Key", "a key"));

        again.ShouldBe(HttpStatusCode.OK);
        again.Text.ShouldBe(first.Text);
        (await governed.AuditAsync("repeat-same")).Split('\n').Length.ShouldBe(2);
    }

    [OwnHostFact]
    public async Task Another_request_with_the_same_key_is_refused()
    {
        await governed.RegisterAsync("repeat-other", "repeat-elsewhere");
        string owner = governed.NextOwner();
        (await governed.DecideAsync("repeat-other", Targets, owner, ("Idempotency-Key", "k"))).ShouldBe(HttpStatusCode.OK);

        (await governed.DecideAsync("repeat-other", Others, owner, ("Idempotency-Key", "k"))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "Idempotency-Key");
        (await governed.DecideAsync("repeat-elsewhere", Targets, owner, ("Idempotency-Key", "k"))).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "Idempotency-Key");
        (await governed.DecideAsync("repeat-elsewhere", Targets, governed.NextOwner(), ("Idempotency-Key", "k"))).ShouldBe(HttpStatusCode.OK);

        (await governed.AuditAsync("repeat-other")).Split('\n').Length.ShouldBe(1);
        (await governed.AuditAsync("repeat-elsewhere")).Split('\n').Length.ShouldBe(1);
    }

    [OwnHostFact]
    public async Task The_same_key_sent_twenty_times_at_once_takes_effect_once()
    {
        await governed.RegisterAsync("repeat-crowd");
        string owner = governed.NextOwner();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => governed.DecideAsync("repeat-crowd", Targets, owner, ("Idempotency-Key", "crowd"))));

        answers.Select(a => a.ShouldBe(HttpStatusCode.OK).GetRawText()).Distinct().Count().ShouldBe(1);
        (await governed.AuditAsync("repeat-crowd")).Split('\n').Length.ShouldBe(1);
    }

    [OwnHostFact]
    public async Task A_change_held_against_an_older_SLO_is_refused()
    {
        await governed.RegisterAsync("repeat-tag");
        (await governed.DecideAsync("repeat-tag", Targets, null, ("If-Match", "*"))).ShouldBeProblem(HttpStatusCode.PreconditionFailed, "If-Match");
        (await governed.DecideAsync("repeat-tag", Targets, null, ("If-None-Match", "*"))).ShouldBe(HttpStatusCode.OK);
        string tag = (await governed.SloAsync("repeat-tag")).Tag!;
        (await governed.DecideAsync("repeat-tag", Others, null, ("If-Match", tag))).ShouldBe(HttpStatusCode.OK);

        (await governed.DecideAsync("repeat-tag", Targets, null, ("If-Match", tag))).ShouldBeProblem(HttpStatusCode.PreconditionFailed, "If-Match");
        (await governed.DecideAsync("repeat-tag", Targets, null, ("If-Match", "W/" + (await governed.SloAsync("repeat-tag")).Tag))).ShouldBeProblem(HttpStatusCode.PreconditionFailed, "If-Match");
        (await governed.DecideAsync("repeat-tag", Targets, null, ("If-None-Match", "*"))).ShouldBeProblem(HttpStatusCode.PreconditionFailed, "If-None-Match");

        (await governed.SloAsync("repeat-tag")).Slo.GetProperty("version").GetInt64().ShouldBe(2);
    }

    [OwnHostFact]
    public async Task Of_ten_who_saw_the_same_SLO_one_changes_it()
    {
        await governed.RegisterAsync("repeat-race");
        (await governed.DecideAsync("repeat-race", Targets)).ShouldBe(HttpStatusCode.OK);
        string tag = (await governed.SloAsync("repeat-race")).Tag!;

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => governed.DecideAsync("repeat-race", Others, null, ("If-Match", tag))));

        answers.Count(a => a.Status == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(a => a.Status == HttpStatusCode.PreconditionFailed).ShouldBe(9);
    }

    [OwnHostTheory]
    [InlineData("Idempotency-Key", "")]
    [InlineData("Idempotency-Key", "a\tb")]
    [InlineData("If-Match", "1")]
    [InlineData("If-Match", "\"a\" \"b\"")]
    [InlineData("If-None-Match", "\"a\"")]
    public async Task A_header_that_cannot_be_read_is_named(string header, string value)
    {
        await governed.RegisterAsync("repeat-header");

        (await governed.DecideAsync("repeat-header", Targets, null, (header, value))).ShouldBeProblem(HttpStatusCode.BadRequest, header);

        (await governed.SloAsync("repeat-header")).Tag.ShouldBeNull();
    }
}
