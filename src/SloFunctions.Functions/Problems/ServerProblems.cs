namespace SloFunctions.Functions.Problems;

/// <summary>Problems of the app and of the servers it depends on.</summary>
internal static class ServerProblems
{
    public static IReadOnlyList<ProblemKind> All { get; } =
    [
        new("dependency-unavailable", "Dependency Unavailable", [503], "A server that is needed for the answer, named in the detail, does not answer.",
            "Repeat the request after the time in `Retry-After`; nothing was changed unless its answer was lost on the way."),
        new("overloaded", "Overloaded", [503], "More expensive requests are waiting than can be answered in reasonable time.",
            "Repeat the request after the time in `Retry-After`, and send fewer at once."),
        new("timeout", "Timeout", [503], "The request took longer than its deadline and was given up. A change that it was to make takes effect as a whole or not at all.",
            "Repeat the request after the time in `Retry-After`; ask for less at once if it happens again."),
        new("internal-error", "Internal Error", [500], "Something unexpected happened; it has been logged under the problem's `request_id`.",
            "Report it with the `request_id`."),
    ];
}
