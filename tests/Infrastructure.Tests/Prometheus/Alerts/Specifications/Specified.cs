using System.Text.Json.Nodes;
using SloFunctions.Application.Alerts;
using SloFunctions.Domain.Alerts;
using SloFunctions.Domain.Graph;
using SloFunctions.Infrastructure.Prometheus;
using SloFunctions.Infrastructure.Prometheus.Alerts.Specifications;
using SloFunctions.Testing.Alerts;

namespace SloFunctions.Infrastructure.Tests.Prometheus.Alerts.Specifications;

/// <summary>Objectives and what is written of them.</summary>
internal static class Specified
{
    /// <summary>Names that break what is not careful, some of which look alike when they are cleaned.</summary>
    public static readonly IReadOnlyList<string> HostileNames =
    [
        "a.b", "a/b", "a b", "A-B", "a\"b", @"a\b", "a'b", "a: b", "a # b", "- a", "{{ .window }}", "{{", "}}", "%s", "$1", "#", "&x", "*x", "!!str x", "null", "true", "1e3", "~", "|", ">",
        "überfällig", "日本語", "😀", "x", new('z', 255), string.Concat(Enumerable.Repeat("😀", 127)), "'; DROP TABLE x; --", "<b>", "a\u00a0b", "[a]", "a,b", "@a", "`a`", "?", "a=b", "0x10", "2026-01-01",
    ];

    /// <summary>Every service with an availability and three durations.</summary>
    public static AlertedObjective[] Objectives(params IEnumerable<string> services) =>
    [
        .. services.Select(ServiceId.Of).SelectMany(s => new AlertedObjective[]
        {
            new(s, 0.999) { Team = "Team " + s, Criticality = ServiceCriticality.Critical }, new(s, 0.95, 0.25), new(s, 0.99, 1), new(s, 0.999, 0.00005),
        })
    ];

    /// <summary>The text that is written.</summary>
    public static string Text(SpecificationLanguage language, IReadOnlyCollection<AlertedObjective> objectives, PrometheusOptions? options = null)
    {
        using var output = new StringWriter();
        new SpecificationFile(options ?? new PrometheusOptions { Url = "http://localhost" }).Write(objectives, language, output);
        return output.ToString();
    }

    /// <summary>The documents that are written.</summary>
    public static IReadOnlyList<JsonObject> Documents(SpecificationLanguage language, IReadOnlyCollection<AlertedObjective> objectives, PrometheusOptions? options = null) =>
        [.. YamlJson.Read(Text(language, objectives, options)).Select(d => d!.AsObject())];
}
