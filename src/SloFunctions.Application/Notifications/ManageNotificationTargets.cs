using SloFunctions.Application.Access;
using SloFunctions.Application.Validation;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Notifications;

/// <summary>Shows and replaces where a team is told about the SLOs of its services.</summary>
public sealed class ManageNotificationTargets(INotificationTargetStore store, NotificationPolicy policy, TimeProvider clock)
{
    /// <summary>Reads a team's targets.</summary>
    public async Task<Result<NotificationTargetList>> ReadAsync(string team, Caller caller, CancellationToken cancellation) =>
        Refusal(team, caller) is { } refusal ? refusal : await store.ReadAsync(team, cancellation);

    /// <summary>Puts a list in place of a team's present one.</summary>
    /// <param name="team">The team.</param>
    /// <param name="body">The list.</param>
    /// <param name="precondition">What the caller demands of the present list.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="cancellation">Ends the call early.</param>
    public async Task<Result<NotificationTargetList>> ReplaceAsync(
        string team, NotificationTargetsBody? body, Precondition precondition, Caller caller, CancellationToken cancellation)
    {
        if (Refusal(team, caller) is { } refusal) return refusal;
        if (!NotificationTargetValidation.Check(body, policy).TryGet(out var targets, out var error)) return error;
        return await store.ReplaceAsync(team, targets, precondition, caller.Actor, clock.GetUtcNow(), cancellation);
    }

    private static Error? Refusal(string team, Caller caller)
    {
        if (!caller.ActsFor(team)) return Error.Forbidden("not-your-team", "Not Your Team", "The targets of a team are for its members and for administrators.");
        var errors = new FieldErrors(1);
        errors.Text(team, "team", NotificationLimits.Team);
        return errors.IsEmpty ? null : errors.ToError();
    }
}
