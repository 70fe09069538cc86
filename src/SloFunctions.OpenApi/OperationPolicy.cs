namespace SloFunctions.OpenApi;

/// <summary>Who may call a function, and how often.</summary>
/// <param name="Role">The least role, by its published name; null when anybody may.</param>
/// <param name="UserOnly">Whether only people may, with a bearer token: an API key does not do.</param>
/// <param name="PerMinute">Requests of one client in a minute; null for any number.</param>
public sealed record OperationPolicy(string? Role, bool UserOnly, int? PerMinute)
{
    /// <summary>Anybody may, at any rate.</summary>
    public static readonly OperationPolicy Open = new(null, false, null);
}
