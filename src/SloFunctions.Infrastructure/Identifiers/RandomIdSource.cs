using SloFunctions.Application.Identifiers;

namespace SloFunctions.Infrastructure.Identifiers;

/// <summary>New ids that sort by the time they were made, which keeps the database's indexes compact.</summary>
public sealed class RandomIdSource(TimeProvider clock) : IIdSource
{
    /// <inheritdoc/>
    public Guid Next() => Guid.CreateVersion7(clock.GetUtcNow());
}
