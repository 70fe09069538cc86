using SloFunctions.Application.Graph;
using SloFunctions.Application.Validation;
using SloFunctions.Domain.Results;

namespace SloFunctions.Application.Access;

/// <summary>Checks requests about keys.</summary>
internal static class ApiKeyValidation
{
    public static Result<(ApiKeyGrant Grant, TimeSpan? Lifetime)> Check(ApiKeyBody? body)
    {
        if (body is null) return Error.Invalid("body", "An object is expected.");
        var errors = new FieldErrors(GraphLimits.ReportedErrors);
        string? name = errors.Text(body.Name, "name", ApiKeyLimits.Text);
        if (name is null) errors.Add("name", "A name is expected.");
        var role = errors.OneOf<Role>(body.Role, "role");
        string? team = errors.Text(body.Team, "team", ApiKeyLimits.Text);
        if (role == Role.ServiceOwner && team is null) errors.Add("team", "A service owner has a team.");
        if (body.ExpiresInDays is < 1 or > ApiKeyLimits.Days) errors.Add("expires_in_days", $"A whole number from 1 to {ApiKeyLimits.Days} is expected.");
        foreach (var (operation, perMinute) in body.RateLimits ?? new Dictionary<string, int>()) CheckLimit(operation, perMinute, errors);
        if (!errors.IsEmpty) return errors.ToError();
        var grant = new ApiKeyGrant(name!, role, team, body.RateLimits ?? new Dictionary<string, int>());
        return (grant, body.ExpiresInDays is { } days ? TimeSpan.FromDays(days) : (TimeSpan?)null);
    }

    public static Result<TimeSpan> Grace(RotationBody? body) => body?.GraceMinutes is < 0 or > ApiKeyLimits.GraceMinutes
        ? Error.Invalid("grace_minutes", $"A whole number from 0 to {ApiKeyLimits.GraceMinutes} is expected.")
        : TimeSpan.FromMinutes(body?.GraceMinutes ?? 0);

    private static void CheckLimit(string operation, int perMinute, FieldErrors errors)
    {
        bool isLimited = operation == Caller.AllOperations || EndpointPolicies.Find(operation) is { PerMinute: not null };
        if (!isLimited) errors.Add("rate_limits", "The names of limited operations are expected, or * for all others.");
        else if (perMinute is < 1 or > ApiKeyLimits.PerMinute) errors.Add($"rate_limits.{operation}", $"A whole number from 1 to {ApiKeyLimits.PerMinute} is expected.");
    }
}
