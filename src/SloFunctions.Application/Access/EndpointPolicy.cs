namespace SloFunctions.Application.Access;

/// <summary>Who may use an operation, and how often.</summary>
/// <param name="Role">The least role; null where nobody needs to prove who they are.</param>
/// <param name="NeedsUser">Whether a key will not do, because a person answers for what is done.</param>
/// <param name="PerMinute">Requests that one client may make a minute; null for any number.</param>
public sealed record EndpointPolicy(Role? Role, bool NeedsUser, int? PerMinute)
{
    /// <summary>Open to everybody.</summary>
    public static readonly EndpointPolicy Open = new(null, NeedsUser: false, null);

    /// <summary>For callers with a role, whichever credential shows it.</summary>
    public static EndpointPolicy For(Role role, int perMinute) => new(role, NeedsUser: false, perMinute);

    /// <summary>For users with a role.</summary>
    public static EndpointPolicy ForUsers(Role role, int perMinute) => new(role, NeedsUser: true, perMinute);
}
