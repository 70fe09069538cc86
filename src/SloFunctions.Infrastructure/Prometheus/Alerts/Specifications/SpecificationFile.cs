using SloFunctions.Application.Alerts;
using SloFunctions.Domain.Alerts;

namespace SloFunctions.Infrastructure.Prometheus.Alerts.Specifications;

/// <summary>Specifications for other tools, in YAML.</summary>
/// <param name="options">How series are named.</param>
public sealed class SpecificationFile(PrometheusOptions options) : IAlertSpecifications
{
    private readonly SliSeries series = new(options);

    /// <inheritdoc/>
    public void Write(IReadOnlyCollection<AlertedObjective> objectives, SpecificationLanguage language, TextWriter output)
    {
        AlertedObjective[] measurable = [.. objectives.Where(o => o.IsMeasurable)];
        switch (language)
        {
            case SpecificationLanguage.Openslo:
                Comment(OpenSlo.Losses, AlertOmission.Of(objectives, BurnRatePolicy.Tiers), output);
                new OpenSlo(series, output).Write(measurable);
                break;
            case SpecificationLanguage.Sloth:
                Comment(SlothSpecification.Losses, AlertOmission.Of(objectives, BurnRatePolicy.Tiers), output);
                new SlothSpecification(series, output).Write(measurable);
                break;
            default:
                Comment(PyrraSpecification.Losses, AlertOmission.Of(objectives, BurnRatePolicy.PyrraTiers), output);
                new PyrraSpecification(series, output).Write(measurable);
                break;
        }
    }

    private static void Comment(IReadOnlyList<string> losses, IEnumerable<AlertOmission> omissions, TextWriter output)
    {
        foreach (string line in losses) output.Write($"# {line}\n");
        foreach (var omission in omissions) output.Write($"# {RuleWriter.Quote(omission.Objective.Service.Value)}: {omission.Reason}\n");
    }
}
