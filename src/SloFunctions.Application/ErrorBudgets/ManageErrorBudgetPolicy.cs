using SloFunctions.Application.Access;
using SloFunctions.Application.Validation;
using SloFunctions.Domain.ErrorBudgets;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.ErrorBudgets;

/// <summary>Shows and replaces a team's error budget policy.</summary>
public sealed class ManageErrorBudgetPolicy(IBudgetPolicies policies, TimeProvider clock)
{
    /// <summary>Reads a team's policy.</summary>
    public async Task<Result<TeamPolicy>> ReadAsync(string team, Caller caller, CancellationToken cancellation) =>
        Refusal(team, caller) is { } refusal ? refusal : await policies.ReadAsync(team, cancellation);

    /// <summary>Puts thresholds in place of a team's present ones.</summary>
    /// <param name="team">The team.</param>
    /// <param name="body">The thresholds.</param>
    /// <param name="precondition">What the caller demands of the present policy.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="cancellation">Ends the call early.</param>
    public async Task<Result<TeamPolicy>> ReplaceAsync(
        string team, ErrorBudgetPolicyBody? body, Precondition precondition, Caller caller, CancellationToken cancellation)
    {
        if (Refusal(team, caller) is { } refusal) return refusal;
        if (!Check(body).TryGet(out var thresholds, out var error)) return error;
        return await policies.ReplaceAsync(team, thresholds, precondition, caller.Actor, clock.GetUtcNow(), cancellation);
    }

    private static Result<PolicyThresholds> Check(ErrorBudgetPolicyBody? body)
    {
        if (body is null) return Error.Invalid("body", "An object is expected.");
        var errors = new FieldErrors(3);
        foreach (var (share, field) in new[] { (body.Caution, "caution"), (body.Freeze, "freeze"), (body.Incident, "incident") })
            errors.AddIf(field, share is > 0 and < 1 ? null : "A share above 0 and below 1 is expected.");
        if (!errors.IsEmpty) return errors.ToError();
        var thresholds = new PolicyThresholds(Kept(body.Caution), Kept(body.Freeze), Kept(body.Incident));
        if (thresholds.AreOrdered) return thresholds;
        if (thresholds.Caution >= 1) return Disorder("caution", "It must be below 1, in six decimals.");
        return thresholds.Freeze < thresholds.Caution ? Disorder("incident", "It must be above 0 and below freeze.") : Disorder("freeze", "It must be below caution.");
    }

    // As many decimals as are stored.
    private static double Kept(double? share) => Math.Round(share!.Value, 6);

    private static Error Disorder(string field, string message) => Error.Unprocessable(
        "thresholds-out-of-order", "Thresholds Out Of Order", $"{field}: {message} Thresholds are 0 < incident < freeze < caution < 1.", new FieldError(field, message));

    private static Error? Refusal(string team, Caller caller)
    {
        if (!caller.ActsFor(team)) return Error.Forbidden("not-your-team", "Not Your Team", "The policy of a team is for its members and for administrators.");
        var errors = new FieldErrors(1);
        errors.Text(team, "team", GateLimits.Team);
        return errors.IsEmpty ? null : errors.ToError();
    }
}
