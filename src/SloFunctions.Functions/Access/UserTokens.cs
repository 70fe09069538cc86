using Microsoft.AspNetCore.Http;
using SloFunctions.Application.Access;

namespace SloFunctions.Functions.Access;

/// <summary>Placeholder.</summary>
public sealed class UserTokens
{
    /// <summary>Placeholder.</summary>
    public Task<Caller?> AuthenticateAsync(HttpContext http) => Task.FromResult<Caller?>(null);
}
