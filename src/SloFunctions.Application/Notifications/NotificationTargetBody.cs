namespace SloFunctions.Application.Notifications;

/// <summary>Where notifications are to be sent.</summary>
/// <param name="Name">Its name, 1 to 100 characters, unique within the list; required.</param>
/// <param name="Url">The address, https and of the public internet, 1 to 2,048 characters; required.</param>
/// <param name="Format"><c>generic</c>, <c>slack</c> or <c>teams</c>; required.</param>
/// <param name="Events">Which actions are told of; all but <c>expire</c> when missing.</param>
/// <param name="Secret">What signatures are made with, 16 to 255 visible ASCII characters. When missing, a target of the same name and address keeps the one it has.</param>
public sealed record NotificationTargetBody(string? Name, string? Url, string? Format, IReadOnlyList<string?>? Events, string? Secret)
{
    /// <summary>The name alone.</summary>
    public override string ToString() => Name ?? "";
}
