using Microsoft.Azure.Functions.Worker.Builder;

namespace SloFunctions.Functions;

/// <summary>The function app's composition.</summary>
public static class FunctionApp
{
    /// <summary>The builder with every service and middleware of the app.</summary>
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) =>
        FunctionsApplication.CreateBuilder(args).ConfigureFunctionsWebApplication();
}
