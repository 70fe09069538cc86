using System.Text;
using System.Text.Json;
using SloFunctions.Application.Drift;
using SloFunctions.Application.Impact.Documents;
using SloFunctions.Application.Lifecycle;
using SloFunctions.Application.Notifications;
using SloFunctions.Application.Publishing;
using SloFunctions.Application.Tests.Golden;
using SloFunctions.Domain.Drift;
using SloFunctions.Domain.Notifications;

namespace SloFunctions.Application.Tests.Notifications;

public sealed class NotificationRenderingTests
{
    private static readonly NotificationDocument Usual = new(
        NotificationDocument.Version,
        new Guid("0197f3a0-0000-7000-8000-000000000001"),
        "modify",
        new DateTimeOffset(2026, 3, 10, 12, 0, 0, TimeSpan.Zero),
        "checkout",
        "payments",
        "modify",
        "ann@example.org",
        new TargetChangeDocument(new SloTargetsDocument(99.9, null, 500, null), new SloTargetsDocument(99.95, null, 450, null)),
        "balanced",
        "The bank <promised> more & we believe it.",
        [new WarningDocument("above_bound", "The target is above what the dependencies allow.", ["Lower the target."])]);

    private static readonly DateTimeOffset Onset = new(2026, 3, 10, 11, 40, 0, TimeSpan.Zero);

    private static readonly DriftJudgement Slower = new(
        DriftReason.Drift,
        new DriftVote([new DetectorReading(DriftDetector.PageHinkley, Onset.AddMinutes(9), true, 27, 25), new DetectorReading(DriftDetector.Adwin, null, false, double.NaN, 0.1)], Onset.AddMinutes(12), 240),
        new DriftChange(Onset, TimeSpan.FromMinutes(20), 0.24, 0.2, 0.18, null));

    private static readonly string Hostile =
        "<!channel> <https://evil.example|click> @here @Channel & *bold* _it_ `code` [a](https://evil.example) {{DATE(2026-01-01T00:00:00Z)}}\r\n\u202eevil\u0000 <at>ann</at> \"quoted\" \ud800";

    [Theory]
    [InlineData(NotificationFormat.Generic, "notification-generic.json")]
    [InlineData(NotificationFormat.Slack, "notification-slack.json")]
    [InlineData(NotificationFormat.Teams, "notification-teams.json")]
    public void Each_format_is_written_as_its_receivers_understand_it(NotificationFormat format, string golden)
    {
        Text(Usual, format).ShouldMatchGolden(golden);
    }

    [Theory]
    [InlineData(NotificationFormat.Generic)]
    [InlineData(NotificationFormat.Slack)]
    [InlineData(NotificationFormat.Teams)]
    public void A_drift_says_of_what_by_how_much_since_when_and_who_found_it(NotificationFormat format)
    {
        var findings = DriftRendering.Findings(DriftSignal.Latency, Slower);
        string details = JsonSerializer.Serialize(new { drift = findings }, PublishedJson.Options);
        var drifted = Usual with { Action = "drift_triggered", Rationale = DriftRendering.Sentence(findings), Drift = NotificationReading.Drift(details) };

        string text = string.Join('\n', Strings(JsonSerializer.Deserialize<JsonElement>(Text(drifted, format))));

        text.ShouldContain("The 99th percentile of latency has been 20 % above its usual level since 2026-03-10 11:40 UTC: 240 ms instead of 200 ms.");
        text.ShouldContain("page_hinkley");
        if (format != NotificationFormat.Generic) text.ShouldContain("+20 %");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{}")]
    [InlineData("""{"drift":7}""")]
    [InlineData("""{"drift":{"series":[]}}""")]
    public void What_cannot_be_read_of_a_drift_is_left_out(string? details) => NotificationReading.Drift(details).ShouldBeNull();

    [Fact]
    public void Nothing_that_somebody_wrote_is_a_mention_a_link_or_a_format_in_Slack()
    {
        string text = Text(Usual with { Actor = Hostile, Rationale = Hostile, ServiceId = Hostile }, NotificationFormat.Slack);
        var texts = Strings(JsonSerializer.Deserialize<JsonElement>(text)).ToArray();

        texts.ShouldAllBe(t => !t.Contains('<') && !t.Contains('>') && !t.Contains("@here", StringComparison.OrdinalIgnoreCase) && !t.Contains("@channel", StringComparison.OrdinalIgnoreCase));
        texts.ShouldContain(t => t.Contains("&lt;!channel&gt;", StringComparison.Ordinal));
        text.ShouldNotContain("\"type\":\"mrkdwn\"");
        texts.ShouldAllBe(t => !t.Any(c => char.IsControl(c) || c == '\u202e'));
    }

    [Fact]
    public void Nothing_that_somebody_wrote_is_markdown_or_a_function_in_Teams()
    {
        string text = Text(Usual with { Actor = Hostile, Rationale = Hostile, ServiceId = Hostile }, NotificationFormat.Teams);
        var card = JsonSerializer.Deserialize<JsonElement>(text).GetProperty("attachments")[0].GetProperty("content");

        card.GetProperty("body").EnumerateArray().ShouldAllBe(b => b.GetProperty("type").GetString() == "RichTextBlock");
        Strings(card).ShouldAllBe(t => !t.Contains("{{", StringComparison.Ordinal) && !t.Any(c => char.IsControl(c) || c == '\u202e'));
        text.ShouldNotContain("msteams");
    }

    [Theory]
    [InlineData(NotificationFormat.Generic, 12_000)]
    [InlineData(NotificationFormat.Slack, 12_000)]
    [InlineData(NotificationFormat.Teams, 12_000)]
    public void Long_texts_are_cut_between_characters(NotificationFormat format, int mostBytes)
    {
        string text = string.Concat(Enumerable.Repeat("\ud83d\ude00", 5000));
        byte[] body = NotificationRendering.Body(Usual with { Actor = text[..254], Rationale = text, ServiceId = text[..254] }, format);

        // Beyond the basic plane a character takes twelve bytes of JSON.
        body.Length.ShouldBeLessThan(mostBytes * 2);
        Strings(JsonSerializer.Deserialize<JsonElement>(body)).ShouldAllBe(t => !t.Contains('\ufffd'));
    }

    [Fact]
    public void Headers_of_Slack_stay_within_what_Slack_takes_whatever_must_be_escaped()
    {
        var message = JsonSerializer.Deserialize<JsonElement>(Text(Usual with { ServiceId = new string('&', 255) }, NotificationFormat.Slack));

        message.GetProperty("blocks")[0].GetProperty("text").GetProperty("text").GetString()!.Length.ShouldBeLessThanOrEqualTo(150);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{}")]
    [InlineData("""{"targets":[],"availability":"high"}""")]
    [InlineData("""{"targets":{"availability":"high"}}""")]
    public void Targets_that_cannot_be_read_are_left_out(string? slo)
    {
        NotificationReading.Targets(slo).ShouldBeNull();
    }

    [Fact]
    public void Targets_are_found_in_an_SLO_as_the_audit_log_keeps_it()
    {
        NotificationReading.Targets("""{"slo_id":"x","targets":{"availability":99.9,"latency_p95_ms":null,"latency_p99_ms":500}}""")
            .ShouldBe(new SloTargetsDocument(99.9, null, 500, null));
    }

    [Theory]
    [InlineData(null, 0)]
    [InlineData("""{"warnings":"none"}""", 0)]
    [InlineData("""{"warnings":[7,{"code":"x","message":"y","suggestions":["z",7]}]}""", 2)]
    public void Warnings_are_read_as_far_as_they_can_be(string? details, int count)
    {
        NotificationReading.Warnings(details).Count.ShouldBe(count);
    }

    private static string Text(NotificationDocument notification, NotificationFormat format) => Encoding.UTF8.GetString(NotificationRendering.Body(notification, format));

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Strings(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        _ => [],
    };
}
