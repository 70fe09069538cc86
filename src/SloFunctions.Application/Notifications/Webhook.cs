namespace SloFunctions.Application.Notifications;

/// <summary>One request to a receiver.</summary>
/// <param name="Url">The address.</param>
/// <param name="DeliveryId">The notification's id, the same at each attempt.</param>
/// <param name="Event">What is told of.</param>
/// <param name="Signature">The signature; null for none.</param>
/// <param name="Body">JSON in UTF-8.</param>
public sealed record Webhook(string Url, Guid DeliveryId, string Event, string? Signature, byte[] Body)
{
    /// <summary>The notification's id.</summary>
    public override string ToString() => DeliveryId.ToString("D");
}
