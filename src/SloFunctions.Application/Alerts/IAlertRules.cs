using SloFunctions.Domain.Alerts;

namespace SloFunctions.Application.Alerts;

/// <summary>Writes objectives as rule files of Prometheus. Neither call waits for anything; both throw what the writer throws.</summary>
public interface IAlertRules
{
    /// <summary>The tiers of a dialect, from which <see cref="AlertOmission.Of"/> tells what a file leaves out.</summary>
    IReadOnlyList<BurnRateTier> TiersOf(RuleDialect dialect);

    /// <summary>Writes a rule file, whose first comments tell what it leaves out.</summary>
    /// <param name="objectives">The objectives; each name once a service.</param>
    /// <param name="dialect">Whose names the rules have.</param>
    /// <param name="output">Where to write, objective by objective.</param>
    void WriteRules(IReadOnlyCollection<AlertedObjective> objectives, RuleDialect dialect, TextWriter output);

    /// <summary>Writes the tests of that rule file, for <c>promtool test rules</c>.</summary>
    /// <param name="objectives">The objectives of the rule file.</param>
    /// <param name="dialect">Its dialect.</param>
    /// <param name="rulesFile">The name of the rule file, beside which the tests are saved.</param>
    /// <param name="output">Where to write.</param>
    void WriteTests(IReadOnlyCollection<AlertedObjective> objectives, RuleDialect dialect, string rulesFile, TextWriter output);
}
