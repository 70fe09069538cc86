using SloFunctions.Application.Validation;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Notifications;

/// <summary>Keeps where teams are told. What it gives out holds neither secrets nor whole addresses.</summary>
public interface INotificationTargetStore
{
    /// <summary>Reads a team's targets; an empty list of version 0 where none was ever put.</summary>
    Task<NotificationTargetList> ReadAsync(string team, CancellationToken cancellation);

    /// <summary>
    /// Puts a list in place of a team's present one and notes it in the audit log, all or nothing. What waits to be sent to a
    /// target whose name is no longer there is dropped.
    /// </summary>
    /// <param name="team">The team.</param>
    /// <param name="targets">The targets.</param>
    /// <param name="precondition">What is demanded of the present list.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>The list as it is now, or what the present one does not meet.</returns>
    Task<Result<NotificationTargetList>> ReplaceAsync(
        string team, IReadOnlyList<NotificationTarget> targets, Precondition precondition, string actor, DateTimeOffset now, CancellationToken cancellation);
}
