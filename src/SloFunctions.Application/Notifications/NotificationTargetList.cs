namespace SloFunctions.Application.Notifications;

/// <summary>A team's targets with the version that changes are held against.</summary>
/// <param name="Version">0 before the first change, one more with each.</param>
/// <param name="Document">The targets.</param>
public sealed record NotificationTargetList(long Version, NotificationTargetsDocument Document)
{
    /// <summary>The entity tag.</summary>
    public string Tag => FormattableString.Invariant($"\"{Version}\"");
}
