namespace SloFunctions.Application.Notifications;

/// <summary>Where notifications are sent, as the API publishes it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Url">The address without most of its path, because whoever knows it all can send.</param>
/// <param name="Format">What the receiver understands.</param>
/// <param name="Events">Which actions are told of.</param>
/// <param name="HasSecret">Whether notifications are signed.</param>
/// <param name="UpdatedAt">When it was last put.</param>
public sealed record NotificationTargetDocument(
    string Name, string Url, string Format, IReadOnlyList<string> Events, bool HasSecret, DateTimeOffset UpdatedAt);
