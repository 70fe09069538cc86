namespace SloFunctions.Application.Notifications;

/// <summary>What it takes to send to a target.</summary>
/// <param name="Url">The address.</param>
/// <param name="Secret">What signatures are made with; null for none.</param>
public sealed record WebhookCredential(string Url, string? Secret)
{
    /// <summary>Nothing, because all of it is secret.</summary>
    public override string ToString() => nameof(WebhookCredential);
}
