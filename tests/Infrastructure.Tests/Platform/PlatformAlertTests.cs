using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using SloFunctions.Testing;
using SloFunctions.Testing.Alerts;

namespace SloFunctions.Infrastructure.Tests.Platform;

/// <summary>The alerts about the platform itself. SLO_UPDATE_GOLDEN=1 rewrites the rules.</summary>
public sealed partial class PlatformAlertTests
{
    private const string Rules = "slofunctions.rules.yaml";
    private const string Tests = "slofunctions.tests.yaml";

    private static readonly JsonElement[] Alerts =
        [.. JsonSerializer.Deserialize<JsonElement>(Read("alerts.json")).GetProperty("alerts").EnumerateArray()];

    [Fact]
    public void The_rules_for_Prometheus_are_those_of_the_description()
    {
        string text = Render();
        if (Environment.GetEnvironmentVariable("SLO_UPDATE_GOLDEN") == "1") File.WriteAllText(RepositoryRoot.Combine("alerts", Rules), text);

        Read(Rules).ShouldBe(text);
    }

    [Fact]
    public async Task Promtool_finds_the_rules_valid_and_each_fires_when_it_should()
    {
        using var folder = new PromtoolFolder();
        await folder.SaveAsync(Rules, Read(Rules));
        await folder.SaveAsync(Tests, Read(Tests));

        (await folder.CheckAsync(Rules)).ShouldBe("");
        (await folder.TestAsync(Tests)).ShouldBe("");
    }

    [Fact]
    public async Task A_rule_with_another_threshold_is_noticed()
    {
        using var folder = new PromtoolFolder();
        await folder.SaveAsync(Rules, Read(Rules).Replace("> 10800", "> 108000", StringComparison.Ordinal));
        await folder.SaveAsync(Tests, Read(Tests));

        (await folder.TestAsync(Tests)).ShouldContain("SloFunctionsTelemetryStale");
    }

    [Fact]
    public void Every_alert_for_Prometheus_has_a_test_in_which_it_fires()
    {
        string tests = Read(Tests);

        Alerts.Where(a => a.TryGetProperty("promql", out _)).Select(Name).Where(name => !tests.Contains($"alertname=\"{name}\"", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_alert_says_what_it_is_about_and_what_fires_it()
    {
        Alerts.Length.ShouldBeGreaterThan(25);
        Alerts.Select(Name).ShouldBeUnique();
        foreach (var alert in Alerts)
        {
            alert.GetProperty("severity").GetString().ShouldBeOneOf("page", "ticket");
            alert.GetProperty("page").GetString()!.ShouldMatch("^[a-z-]+$");
            alert.GetProperty("summary").GetString()!.ShouldEndWith(".");
            alert.GetProperty("for_minutes").GetInt32().ShouldBeInRange(0, 360);
            (alert.TryGetProperty("promql", out _) || alert.TryGetProperty("kql", out _) || alert.TryGetProperty("metric", out _)).ShouldBeTrue(Name(alert));
        }
    }

    [Fact]
    public void Queries_of_logs_look_back_no_further_than_they_are_given_entries()
    {
        foreach (var alert in Alerts.Where(a => a.TryGetProperty("kql", out _)))
        {
            var kql = alert.GetProperty("kql");
            var window = System.Xml.XmlConvert.ToTimeSpan(kql.GetProperty("window").GetString()!);
            var spans = Ago().Matches(kql.GetProperty("query").GetString()!).Select(m => Span(m.Groups["number"].Value, m.Groups["unit"].Value)).ToArray();

            spans.ShouldNotBeEmpty(Name(alert));
            window.ShouldBe(spans.Max(), Name(alert));
            System.Xml.XmlConvert.ToTimeSpan(kql.GetProperty("frequency").GetString()!).ShouldBeLessThanOrEqualTo(window, Name(alert));
        }
    }

    private static string Render()
    {
        var text = new StringBuilder("# Alerts about SloFunctions itself, made of alerts.json. Put your own address of runbooks in place of runbooks.example.com.\ngroups:\n  - name: slofunctions\n    rules:\n");
        foreach (var alert in Alerts.Where(a => a.TryGetProperty("promql", out _)))
        {
            text.Append(CultureInfo.InvariantCulture, $"      - alert: {Name(alert)}\n        expr: |-\n          {alert.GetProperty("promql").GetString()}\n");
            if (alert.GetProperty("for_minutes").GetInt32() is > 0 and int minutes) text.Append(CultureInfo.InvariantCulture, $"        for: {minutes}m\n");
            text.Append(CultureInfo.InvariantCulture, $"        labels:\n          severity: {alert.GetProperty("severity").GetString()}\n        annotations:\n");
            text.Append(CultureInfo.InvariantCulture, $"          summary: \"{alert.GetProperty("summary").GetString()}\"\n");
            text.Append(CultureInfo.InvariantCulture, $"          runbook_url: https://runbooks.example.com/{alert.GetProperty("page").GetString()}\n");
        }

        return text.ToString();
    }

    private static string Name(JsonElement alert) => alert.GetProperty("name").GetString()!;

    private static string Read(string name) => File.ReadAllText(RepositoryRoot.Combine("alerts", name));

    private static TimeSpan Span(string number, string unit)
    {
        int count = int.Parse(number, CultureInfo.InvariantCulture);
        return unit switch { "m" => TimeSpan.FromMinutes(count), "h" => TimeSpan.FromHours(count), _ => TimeSpan.FromDays(count) };
    }

    [GeneratedRegex(@"ago\((?<number>\d+)(?<unit>[mhd])\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ago();
}
