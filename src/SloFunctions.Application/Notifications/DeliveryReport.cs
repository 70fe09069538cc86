namespace SloFunctions.Application.Notifications;

/// <summary>What one run over the outbox came to.</summary>
/// <param name="Delivered">Notifications that arrived.</param>
/// <param name="Postponed">Notifications that are to be tried again.</param>
/// <param name="GivenUp">Notifications that are not.</param>
/// <param name="Purged">Old ones forgotten.</param>
public sealed record DeliveryReport(int Delivered, int Postponed, int GivenUp, int Purged);
