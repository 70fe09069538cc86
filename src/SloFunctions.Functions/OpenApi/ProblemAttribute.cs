namespace SloFunctions.Functions.OpenApi;

/// <summary>
/// A failure that is particular to a function. Those that follow from its shape need not be said: invalid parameters and bodies,
/// missing credentials, rates, and what every function shares.
/// </summary>
/// <param name="status">The HTTP status.</param>
/// <param name="code">The last part of the problem's <c>type</c>.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ProblemAttribute(int status, string code) : Attribute
{
    /// <summary>The HTTP status.</summary>
    public int Status => status;

    /// <summary>The last part of the problem's <c>type</c>.</summary>
    public string Code => code;
}
