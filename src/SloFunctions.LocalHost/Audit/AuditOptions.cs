namespace SloFunctions.LocalHost.Audit;

/// <summary>What <c>audit</c> was asked to do: to verify, which is all there is.</summary>
/// <param name="IsJson">Whether the answer is JSON.</param>
public sealed record AuditOptions(bool IsJson)
{
    /// <summary>How to call it.</summary>
    public const string Usage = "usage: audit verify [--json]";

    /// <summary>Reads the arguments after <c>audit</c>.</summary>
    /// <exception cref="LocalHostException">They are not as documented.</exception>
    public static AuditOptions Parse(IReadOnlyList<string> args) => args switch
    {
        ["verify"] => new AuditOptions(false),
        ["verify", "--json"] => new AuditOptions(true),
        _ => throw new LocalHostException(Usage),
    };
}
