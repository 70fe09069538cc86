using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;
using SloFunctions.Application.Access;
using SloFunctions.Domain.Results;
using SloFunctions.Domain.Vocabulary;
using SloFunctions.Functions.Access;
using SloFunctions.Functions.Problems;

namespace SloFunctions.Functions.Middleware;

/// <summary>Lets a request reach its function when its caller may use it: who it is, how often it asks, what its role allows.</summary>
internal sealed partial class AccessMiddleware(Credentials credentials, ILogger<AccessMiddleware> logger) : IFunctionsWorkerMiddleware
{
    private static readonly Error NoPolicy = Error.Forbidden("no-policy", "No Policy", "Nobody may use this operation.");
    private static readonly Error NeedsUser = Error.Forbidden(
        "user-identity-required", "User Identity Required", "A person answers for this: send a user's bearer token instead of an API key.");

    /// <inheritdoc/>
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http && await RefusalAsync(context, http) is { } refusal)
            context.GetInvocationResult().Value = refusal.ToProblem(http.Request);
        else
            await next(context);
    }

    private async ValueTask<Error?> RefusalAsync(FunctionContext context, HttpContext http)
    {
        string operation = context.FunctionDefinition.Name;
        if (EndpointPolicies.Find(operation) is not { } policy)
        {
            LogNoPolicy(operation);
            return NoPolicy;
        }

        if (policy.Role is not { } role) return null;
        if (!(await credentials.CheckAsync(http, http.RequestAborted)).TryGet(out var caller, out var error)) return error;
        http.Features.Set(caller);
        return Judge(caller, role, policy, operation);
    }

    private Error? Judge(Caller caller, Role role, EndpointPolicy policy, string operation)
    {
        if (caller.Has(role)) return policy.NeedsUser && caller.Credential != CredentialKind.UserToken ? NeedsUser : null;
        LogForbidden(caller.Actor, operation);
        return Error.Forbidden("role-required", "Role Required", $"The role {Term<Role>.Name(role)} is needed, or one that includes it.");
    }

    [LoggerMessage(4001, LogLevel.Error, "{Operation} has no policy, and so nobody may use it")]
    private partial void LogNoPolicy(string operation);

    [LoggerMessage(4002, LogLevel.Information, "{Actor} lacks the role for {Operation}")]
    private partial void LogForbidden(string actor, string operation);
}
