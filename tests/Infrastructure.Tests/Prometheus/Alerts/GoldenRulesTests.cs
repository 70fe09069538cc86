using SloFunctions.Application.Alerts;
using SloFunctions.Domain.Alerts;
using SloFunctions.Domain.Graph;
using SloFunctions.Testing;

namespace SloFunctions.Infrastructure.Tests.Prometheus.Alerts;

/// <summary>Whole documents, laid out for people. SLO_UPDATE_GOLDEN=1 rewrites them; read the difference before committing it.</summary>
public sealed class GoldenRulesTests
{
    private static readonly AlertedObjective[] Objectives =
    [
        new(ServiceId.Of("checkout-service"), 0.999) { Team = "payments", Criticality = ServiceCriticality.Critical, Runbooks = new("https://runbooks.example.com/{page}?service={service}") },
        new(ServiceId.Of("checkout-service"), 0.95, 0.5) { Team = "payments" },
    ];

    [Theory]
    [InlineData(RuleDialect.Prometheus)]
    [InlineData(RuleDialect.Sloth)]
    [InlineData(RuleDialect.Pyrra)]
    public void The_documents_are_those_that_were_read(RuleDialect dialect)
    {
        string name = dialect.ToString().ToLowerInvariant();
        ShouldMatch(RuleFolder.Rules(dialect, Objectives), $"{name}.rules.yml");
        ShouldMatch(RuleFolder.Tests(dialect, Objectives), $"{name}.tests.yml");
    }

    private static void ShouldMatch(string actual, string name)
    {
        string file = RepositoryRoot.Combine("tests", "Infrastructure.Tests", "Prometheus", "Alerts", "Golden", name);
        if (Environment.GetEnvironmentVariable("SLO_UPDATE_GOLDEN") == "1") File.WriteAllText(file, actual);
        actual.ShouldBe(File.ReadAllText(file));
    }
}
