using System.Text.Json.Nodes;
using SloFunctions.Application.Alerts;
using SloFunctions.Domain.Alerts;
using SloFunctions.Domain.Graph;
using SloFunctions.Testing;

namespace SloFunctions.Infrastructure.Tests.Prometheus.Alerts.Specifications;

public sealed class OpenSloTests
{
    private const string Root = "https://openslo.com/schemas/v1/openslo.schema.json";

    [SharedDataFact]
    public void Every_document_passes_the_schema_once_references_to_policies_are_as_it_has_them()
    {
        var check = new JsonSchemaCheck(Path.Combine(SharedData.Path!, "openslo", "schemas"));
        var documents = Documents(Specified.HostileNames);
        // The schema wants names where the tools want references.
        foreach (var slo in Of(documents, "SLO")) slo["spec"]!.AsObject().Remove("alertPolicies");

        documents.SelectMany(d => check.Complaints(d, Root).Select(c => $"{d["metadata"]!["name"]}: {c}")).ShouldBeEmpty();
        check.Complaints(JsonNode.Parse("""{"apiVersion":"openslo/v1","kind":"SLO","metadata":{"name":"A B"},"spec":{"service":"x","budgetingMethod":"Occurrences","objectives":[]}}"""), Root).ShouldNotBeEmpty();
    }

    [Fact]
    public void Names_are_labels_and_distinct_whatever_services_are_called()
    {
        var documents = Documents(Specified.HostileNames);

        documents.Select(Name).ShouldAllBe(n => IsLabel(n));
        documents.Select(d => $"{Kind(d)} {Name(d)}").ShouldBeUnique();
        Of(documents, "Service").Select(d => d["metadata"]!["annotations"]!["service-id"]!.GetValue<string>()).ShouldBe(Specified.HostileNames);
        documents.Select(d => d["metadata"]!["displayName"]?.GetValue<string>()).ShouldAllBe(n => n == null || n.Length <= 63);
    }

    [Fact]
    public void Every_reference_leads_somewhere()
    {
        var documents = Documents(["cart", "a b"]);

        References("SLO", d => [Text(d["spec"]!["service"])]).ShouldBeSubsetOf(Names("Service"));
        References("SLO", d => [Text(d["spec"]!["indicatorRef"])]).ShouldBeSubsetOf(Names("SLI"));
        References("SLO", d => d["spec"]!["alertPolicies"]!.AsArray().Select(p => Text(p!["alertPolicyRef"]))).ShouldBeSubsetOf(Names("AlertPolicy"));
        References("AlertPolicy", d => [Text(d["spec"]!["conditions"]![0]!["conditionRef"])]).ShouldBe(Names("AlertCondition"));
        References("AlertPolicy", d => [Text(d["spec"]!["notificationTargets"]![0]!["targetRef"])]).Distinct().ShouldBe(Names("AlertNotificationTarget"));
        References("SLI", d => d["spec"]!["ratioMetric"]!.AsObject().Where(m => m.Value is JsonObject).Select(m => Text(m.Value!["metricSource"]!["metricSourceRef"]))).Distinct().ShouldBe(Names("DataSource"));

        IEnumerable<string> Names(string kind) => Of(documents, kind).Select(Name);
        IEnumerable<string> References(string kind, Func<JsonObject, IEnumerable<string>> select) => Of(documents, kind).SelectMany(select);
    }

    [Fact]
    public void Conditions_are_the_long_windows_of_the_tiers_and_the_short_ones_stand_beside()
    {
        Of(Documents(["cart"]), "AlertCondition")
            .Select(d => (Name(d), d["spec"]!["severity"]!.GetValue<string>(), d["spec"]!["condition"]!.ToJsonString(), d["metadata"]!["annotations"]!["short-window"]!.GetValue<string>()))
            .ShouldBe([
                ("page-fast", "page", """{"kind":"burnrate","op":"gt","threshold":13.44,"lookbackWindow":"1h","alertAfter":"1m"}""", "5m"),
                ("page-slow", "page", """{"kind":"burnrate","op":"gt","threshold":5.6,"lookbackWindow":"6h","alertAfter":"1m"}""", "30m"),
                ("ticket-fast", "ticket", """{"kind":"burnrate","op":"gt","threshold":2.8,"lookbackWindow":"1d","alertAfter":"1m"}""", "2h"),
                ("ticket-slow", "ticket", """{"kind":"burnrate","op":"gt","threshold":0.9333333333333333,"lookbackWindow":"3d","alertAfter":"1m"}""", "6h")]);
    }

    [Fact]
    public void An_objective_has_the_policies_that_it_can_break_and_one_that_cannot_be_measured_is_told_of_alone()
    {
        var cart = ServiceId.Of("cart");
        AlertedObjective[] objectives = [new(cart, 0.9), new(cart, 0.99, 0.123) { ThresholdIsBoundary = false }];

        var slo = Of(Specified.Documents(SpecificationLanguage.Openslo, objectives), "SLO").ShouldHaveSingleItem();

        slo["spec"]!["alertPolicies"]!.AsArray().Select(p => Text(p!["alertPolicyRef"])).ShouldBe(["page-slow", "ticket-fast", "ticket-slow"]);
        string text = Specified.Text(SpecificationLanguage.Openslo, objectives);
        text.ShouldContain("# \"cart\": No tier page-fast for availability");
        text.ShouldContain("# \"cart\": No alerts for latency-p99");
        text.ShouldContain("the short one, which ends it, is the annotation short-window");
    }

    private static IReadOnlyList<JsonObject> Documents(IEnumerable<string> services) => Specified.Documents(SpecificationLanguage.Openslo, Specified.Objectives(services));

    private static IEnumerable<JsonObject> Of(IEnumerable<JsonObject> documents, string kind) => documents.Where(d => Kind(d) == kind);

    private static bool IsLabel(string name) =>
        name.Length <= 63 && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') && name[0] != '-' && name[^1] != '-';

    private static string Kind(JsonObject document) => Text(document["kind"]);

    private static string Name(JsonObject document) => Text(document["metadata"]!["name"]);

    private static string Text(JsonNode? node) => node!.GetValue<string>();
}
