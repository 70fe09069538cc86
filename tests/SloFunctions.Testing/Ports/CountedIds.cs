using SloFunctions.Application.Identifiers;

namespace SloFunctions.Testing.Ports;

/// <summary>Ids that count up from 1.</summary>
public sealed class CountedIds : IIdSource
{
    private short last;

    /// <inheritdoc/>
    public Guid Next() => new(0, 0, ++last, new byte[8]);
}
