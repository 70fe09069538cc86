namespace SloFunctions.Application.Notifications;

/// <summary>The targets that a team is to have in place of those that it has.</summary>
/// <param name="Targets">0 to 10 targets; required.</param>
public sealed record NotificationTargetsBody(IReadOnlyList<NotificationTargetBody?>? Targets);
