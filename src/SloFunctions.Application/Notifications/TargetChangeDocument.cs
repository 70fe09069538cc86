using SloFunctions.Application.Lifecycle;

namespace SloFunctions.Application.Notifications;

/// <summary>How targets have changed.</summary>
/// <param name="Before">The targets before; null without any.</param>
/// <param name="After">The targets after; null where the action makes none.</param>
public sealed record TargetChangeDocument(SloTargetsDocument? Before, SloTargetsDocument? After);
