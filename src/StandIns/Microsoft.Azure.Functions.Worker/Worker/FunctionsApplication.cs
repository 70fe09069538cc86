namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>The start of a function app.</summary>
public class FunctionsApplication
{
    /// <summary>Creates a builder with the usual configuration sources; <paramref name="args"/> are the strongest of them.</summary>
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(args);
}
