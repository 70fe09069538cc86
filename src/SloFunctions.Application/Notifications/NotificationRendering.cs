using System.Text.Json;
using SloFunctions.Application.Publishing;
using SloFunctions.Domain.Notifications;

namespace SloFunctions.Application.Notifications;

/// <summary>Writes notifications as their receivers understand them.</summary>
public static class NotificationRendering
{
    private const int ActorLength = 255;
    private const int RationaleLength = 2000;

    /// <summary>The body to send, JSON in UTF-8.</summary>
    public static byte[] Body(NotificationDocument notification, NotificationFormat format) => format switch
    {
        NotificationFormat.Slack => JsonSerializer.SerializeToUtf8Bytes(SlackMessage.Of(MessageContent.Of(notification)), PublishedJson.Options),
        NotificationFormat.Teams => JsonSerializer.SerializeToUtf8Bytes(TeamsMessage.Of(MessageContent.Of(notification)), PublishedJson.Options),
        _ => JsonSerializer.SerializeToUtf8Bytes(Bounded(notification), PublishedJson.Options),
    };

    private static NotificationDocument Bounded(NotificationDocument notification) => notification with
    {
        Actor = MessageText.Cut(notification.Actor, ActorLength),
        Rationale = notification.Rationale is { } rationale ? MessageText.Cut(rationale, RationaleLength) : null,
    };
}
