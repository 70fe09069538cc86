namespace SloFunctions.Application.Notifications;

/// <summary>Which notifications to take from the outbox.</summary>
/// <param name="Now">The present time.</param>
/// <param name="LeasedUntil">When they are due again unless something is noted of them before.</param>
/// <param name="Count">The most.</param>
/// <param name="PerTarget">The most for one target.</param>
/// <param name="Except">Targets to pass over.</param>
public sealed record OutboxClaim(DateTimeOffset Now, DateTimeOffset LeasedUntil, int Count, int PerTarget, IReadOnlyCollection<Guid> Except);
