using SloFunctions.Domain.Alerts;

namespace SloFunctions.Application.Alerts;

/// <summary>Writes objectives in the languages of other tools.</summary>
public interface IAlertSpecifications
{
    /// <summary>Writes a stream of YAML documents, whose first comments tell what the language cannot say and which objectives are left out.</summary>
    /// <param name="objectives">The objectives; each name once a service.</param>
    /// <param name="language">The language.</param>
    /// <param name="output">Where to write, objective by objective.</param>
    void Write(IReadOnlyCollection<AlertedObjective> objectives, SpecificationLanguage language, TextWriter output);
}
