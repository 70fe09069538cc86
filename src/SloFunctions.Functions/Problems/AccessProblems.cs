namespace SloFunctions.Functions.Problems;

/// <summary>Problems of who asks.</summary>
internal static class AccessProblems
{
    public static IReadOnlyList<ProblemKind> All { get; } =
    [
        new("unauthenticated", "Unauthenticated", [401], "The request carries no credential, several, or one that is not valid.",
            "Send either an API key in `X-API-Key` or a bearer token in `Authorization`, one that has neither expired nor been revoked."),
        new("role-required", "Role Required", [403], "The caller's role does not allow this.", "Ask an administrator for the role that the detail names."),
        new("user-identity-required", "User Identity Required", [403], "A person answers for this, and an API key is nobody.", "Send a user's bearer token."),
        new("not-your-service", "Not Your Service", [403], "Some of the services belong to other teams; nothing was stored.",
            "Leave out the services that `errors` names, or have their team or an administrator send them."),
        new("not-your-team", "Not Your Team", [403], "What is asked for belongs to a team that is none of the caller's.",
            "Ask a member of the team or an administrator to do it."),
        new("no-policy", "No Policy", [403], "The operation has no access policy, and so is closed to everybody.", "Report it: this is a fault of the app."),
        new("https-required", "HTTPS Required", [403], "The request came over plain HTTP and could change something, so that it was not redirected.",
            "Use https, and replace the credential: it has crossed the network in the clear."),
        new("rate-limit-exceeded", "Rate Limit Exceeded", [429], "The client has made as many requests of this operation as it may in a minute.",
            "Wait as long as `Retry-After` says; answers tell what is left in `X-RateLimit-Remaining`. A key's limits can be raised by an administrator."),
        new("too-many-wrong-keys", "Too Many Wrong Keys", [429], "Too many wrong API keys came from this address.", "Correct the key and wait as long as `Retry-After` says."),
    ];
}
