namespace SloFunctions.Application.Identifiers;

/// <summary>Where new ids come from, so that tests can foresee them.</summary>
public interface IIdSource
{
    /// <summary>A new unique id.</summary>
    Guid Next();
}
