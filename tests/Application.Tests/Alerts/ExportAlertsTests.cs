using System.Text;
using SloFunctions.Application.Alerts;
using SloFunctions.Domain.Lifecycle;
using SloFunctions.Domain.Results;
using SloFunctions.Testing.Alerts;
using SloFunctions.Testing.Ports;

namespace SloFunctions.Application.Tests.Alerts;

public sealed class ExportAlertsTests
{
    private static readonly double[] Bounds = [0.1, 0.25, 1];

    [Theory]
    [InlineData(null, "rules Prometheus", "cart.prometheus-rules.yaml")]
    [InlineData("prometheus", "rules Prometheus", "cart.prometheus-rules.yaml")]
    [InlineData("sloth", "rules Sloth", "cart.sloth-rules.yaml")]
    [InlineData("pyrra", "rules Pyrra", "cart.pyrra-rules.yaml")]
    [InlineData("openslo", "specification Openslo", "cart.openslo.yaml")]
    [InlineData("sloth_spec", "specification Sloth", "cart.sloth-spec.yaml")]
    [InlineData("pyrra_spec", "specification Pyrra", "cart.pyrra-spec.yaml")]
    public async Task Each_format_is_written_by_its_writer_and_named_after_it(string? format, string head, string file)
    {
        var document = (await ExportAsync(AlertExportQuery.OfService("cart", format, null), KnownServices.With("cart", 0.999))).Value!;

        Text(document).ShouldBe($"{head}\ncart availability 0.999  True shop High\n");
        document.FileName.ShouldBe(file);
    }

    [Theory]
    [InlineData("prometheus")]
    [InlineData("sloth")]
    [InlineData("pyrra")]
    public async Task Tests_name_the_file_that_the_rules_are_saved_under(string format)
    {
        var rules = (await ExportAsync(AlertExportQuery.OfService("a/b", format, null), KnownServices.With("a/b", 0.999))).Value!;
        var tests = (await ExportAsync(AlertExportQuery.OfService("a/b", format, "tests"), KnownServices.With("a/b", 0.999))).Value!;

        Text(tests).ShouldContain($" of {rules.FileName}\n");
        tests.FileName.ShouldEndWith("-tests.yaml");
        tests.FileName.ShouldMatch("^[a-z0-9.-]+$");
    }

    [Fact]
    public async Task Every_percentile_is_an_objective_and_one_off_the_buckets_is_marked()
    {
        var service = KnownServices.With("cart", 0.999, new LatencyTargets(100, 123, 1000), Bounds);

        var document = (await ExportAsync(AlertExportQuery.OfService("cart", null, null), service)).Value!;

        Text(document).Split('\n')[1..^1].ShouldBe([
            "cart availability 0.999  True shop High",
            "cart latency-p95 0.95 0.1 True shop High",
            "cart latency-p99 0.99 0.123 False shop High",
            "cart latency-p999 0.999 1 True shop High"]);
    }

    [Fact]
    public async Task A_histogram_that_was_never_seen_is_not_held_against_a_threshold()
    {
        var document = (await ExportAsync(AlertExportQuery.OfService("cart", null, null), KnownServices.With("cart", null, new LatencyTargets(123, null, null)))).Value!;

        Text(document).ShouldContain("latency-p95 0.95 0.123 True");
    }

    [Fact]
    public async Task Only_the_team_that_is_named_is_exported()
    {
        var mine = KnownServices.With("cart", 0.999);
        var theirs = KnownServices.With("bank", 0.99, team: "Money & more");

        var document = (await ExportAsync(AlertExportQuery.OfMany("Money & more", null, null), mine, theirs)).Value!;

        Text(document).ShouldContain("bank availability");
        Text(document).ShouldNotContain("cart");
        document.FileName.ShouldMatch(@"^team\.money-more-[0-9a-f]{16}\.prometheus-rules\.yaml$");
    }

    [Fact]
    public async Task Everything_is_exported_where_nobody_is_named()
    {
        var document = (await ExportAsync(AlertExportQuery.OfMany(null, null, null), KnownServices.With("cart", 0.999), KnownServices.With("bank", 0.99, team: null))).Value!;

        Text(document).Split('\n').Length.ShouldBe(4);
        document.FileName.ShouldBe("all.services.prometheus-rules.yaml");
    }

    [Fact]
    public async Task The_entity_tag_follows_from_what_is_written()
    {
        var query = AlertExportQuery.OfMany(null, null, null);

        string first = (await ExportAsync(query, KnownServices.With("cart", 0.999))).Value!.ETag;

        (await ExportAsync(query, KnownServices.With("cart", 0.999))).Value!.ETag.ShouldBe(first);
        (await ExportAsync(query, KnownServices.With("cart", 0.9995))).Value!.ETag.ShouldNotBe(first);
    }

    [Fact]
    public async Task What_is_not_known_and_what_has_no_SLO_are_told_apart()
    {
        await FailsAsync(AlertExportQuery.OfService("cart", null, null), "service-not-found", "cart");
        await FailsAsync(AlertExportQuery.OfService("a b", null, null), "slo-not-found", "POST /api/v1/services/a%20b/slos", KnownServices.Without("a b"));
        await FailsAsync(AlertExportQuery.OfMany("shop", null, null), "team-not-found", "shop");
        await FailsAsync(AlertExportQuery.OfMany("shop", null, null), "slo-not-found", "team 'shop'", KnownServices.Without("cart"));
        await FailsAsync(AlertExportQuery.OfMany(null, null, null), "slo-not-found", "No service");
    }

    [Fact]
    public async Task Nothing_but_thresholds_off_the_buckets_is_a_problem_that_names_them()
    {
        ExportedService[] services = [.. Enumerable.Range(0, 5).Select(i => KnownServices.With($"cart-{i}", null, new LatencyTargets(123, null, null), Bounds))];

        string detail = await FailsAsync(AlertExportQuery.OfMany(null, null, null), "no-measurable-slo", "cart-0: No alerts for latency-p95", services);

        detail.ShouldContain("2 more");
        detail.ShouldNotContain("cart-3");
    }

    [Fact]
    public async Task Nobody_waits_for_an_export_that_nobody_waits_for()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => UseCase(KnownServices.With("cart", 0.999)).HandleAsync(AlertExportQuery.OfMany(null, null, null).Value!, gone.Token));
    }

    private static ExportAlerts UseCase(params ExportedService[] services)
    {
        var writers = new RecordedWriters();
        return new ExportAlerts(new FixedExportedServices(services), writers, writers, new AlertPolicy());
    }

    private static Task<Result<ExportedDocument>> ExportAsync(Result<AlertExportQuery> query, params ExportedService[] services) =>
        UseCase(services).HandleAsync(query.Value!, CancellationToken.None);

    private static async Task<string> FailsAsync(Result<AlertExportQuery> query, string code, string says, params ExportedService[] services)
    {
        var error = (await ExportAsync(query, services)).Error.ShouldNotBeNull();
        (error.Kind, error.Code).ShouldBe((ErrorKind.NotFound, code));
        error.Detail.ShouldContain(says);
        return error.Detail;
    }

    private static string Text(ExportedDocument document) => Encoding.UTF8.GetString(document.Yaml.Span);
}
