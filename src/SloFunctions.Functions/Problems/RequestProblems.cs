namespace SloFunctions.Functions.Problems;

/// <summary>Problems of what is asked for.</summary>
internal static class RequestProblems
{
    public static IReadOnlyList<ProblemKind> All { get; } =
    [
        new("bad-request", "Bad Request", [400, 408, 413], "The request is not valid HTTP, or it was not sent to its end.",
            "Use a conforming HTTP client and send the whole body."),
        new("invalid-request", "Invalid Request", [400], "Fields of the body, the query or the path break rules; `errors` names each with its reason.",
            "Correct the fields named and send the request again."),
        new("no-such-route", "No Such Route", [404], "Nothing is served at this path.", "Compare the path with the API's documentation."),
        new("method-not-allowed", "Method Not Allowed", [405], "The path is served, but not for this method; the header `Allow` names those that are.",
            "Use one of the methods allowed."),
        new("file-not-found", "File Not Found", [404], "The pages of the documentation have no such file.", "Open `/docs` or `/redoc` instead."),
        new("service-not-found", "Service Not Found", [404], "No service is registered by this id.",
            "Check the spelling; ids are case-sensitive. A service is registered when it is part of an ingested graph."),
        new("ingestion-not-found", "Ingestion Not Found", [404], "No graph submission has this id.", "Use the `ingestion_id` that the submission was answered with."),
        new("recommendation-not-found", "Recommendation Not Found", [404], "No recommendation of this service has this id, or it has expired and was removed.",
            "Ask for the service's recommendations anew."),
        new("circular-dependency-not-found", "Circular Dependency Not Found", [404], "No circular dependency has this id.", "List the circular dependencies for their ids."),
        new("api-key-not-found", "API Key Not Found", [404], "No API key has this id.", "List the API keys for their ids."),
        new("problem-not-found", "Problem Not Found", [404], "No kind of problem has this code.", "Use the `type` of a problem document as it is."),
        new("cycle-resolved", "Cycle Resolved", [409], "The circular dependency was closed before.", "Nothing needs to be done; it is opened anew should it come back."),
        new("evidence-not-kept", "Evidence Not Kept", [409], "The figures that the recommendation rests on are not kept any more, so that it cannot be computed again.",
            "Ask for the service's recommendations anew and replay those."),
        new("recommendation-closed", "Recommendation Closed", [409],
            "The recommendation has expired, was superseded, or was decided on already; the detail says which, and names its successor if there is one.",
            "Decide on the successor, or ask for the service's recommendations anew."),
        new("no-target-recommended", "No Target Recommended", [409], "The tier has no target to accept, for the reasons in the recommendation's notes.",
            "Take another tier, or bring a target of your own."),
        new("precondition-failed", "Precondition Failed", [412], "What the request holds itself against in `If-Match` has changed meanwhile.",
            "Read it again, and decide anew on what it is now."),
        new("body-too-large", "Body Too Large", [413], "The body is larger than 10 MiB.", "Send a larger graph in several requests."),
        new("unsupported-encoding", "Unsupported Encoding", [415], "The body is compressed.", "Send the body without a `Content-Encoding`."),
        new("actor-mismatch", "Actor Mismatch", [422], "The body names another actor than the credential proves.", "Leave `actor` out: the audit log notes whose token it is."),
        new("idempotency-key-reused", "Idempotency Key Reused", [422], "Another request was sent with this `Idempotency-Key` before.",
            "Use a key of its own for each request; keys are remembered for 24 hours."),
    ];
}
