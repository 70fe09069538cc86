using SloFunctions.Domain.Lifecycle;
using SloFunctions.Domain.Notifications;

namespace SloFunctions.Application.Notifications;

/// <summary>A target about to be stored.</summary>
/// <param name="Name">Its name, unique within its team.</param>
/// <param name="Url">The address.</param>
/// <param name="Format">What the receiver understands.</param>
/// <param name="Events">Which actions are told of.</param>
/// <param name="Secret">What signatures are made with; null to keep that of the same name and address, if there is one.</param>
public sealed record NotificationTarget(string Name, string Url, NotificationFormat Format, IReadOnlyList<AuditAction> Events, string? Secret)
{
    /// <summary>The name alone.</summary>
    public override string ToString() => Name;
}
