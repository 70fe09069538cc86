using SloFunctions.Application.Notifications;

namespace SloFunctions.Infrastructure.Postgres.Notifications;

/// <summary>Stores and reads what it takes to send to a target.</summary>
public sealed class TargetVault(SealedText text)
{
    /// <summary>The columns of an address and of a secret.</summary>
    public (byte[] Url, byte[]? Secret) Seal(Guid target, string url, string? secret) =>
        (text.Seal(url, UrlOf(target)), secret is null ? null : text.Seal(secret, SecretOf(target)));

    /// <summary>What the columns hold; null when any of them cannot be read.</summary>
    public WebhookCredential? Open(Guid target, byte[] url, byte[]? secret)
    {
        if (!text.TryOpen(url, UrlOf(target), out string? address)) return null;
        if (secret is null) return new WebhookCredential(address, null);
        return text.TryOpen(secret, SecretOf(target), out string? shared) ? new WebhookCredential(address, shared) : null;
    }

    private static string UrlOf(Guid target) => $"notification_targets.url {target:D}";

    private static string SecretOf(Guid target) => $"notification_targets.secret {target:D}";
}
