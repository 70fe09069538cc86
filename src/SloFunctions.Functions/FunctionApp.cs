using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SloFunctions.Functions.Access;
using SloFunctions.Functions.Middleware;
using SloFunctions.Functions.Operations;
using SloFunctions.Infrastructure;

namespace SloFunctions.Functions;

/// <summary>The composition root: the same app for the Azure Functions runtime and for the local host.</summary>
public static class FunctionApp
{
    /// <summary>A builder with everything registered.</summary>
    public static FunctionsApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
        builder.UseMiddleware<SecurityHeadersMiddleware>();
        builder.UseMiddleware<DrainMiddleware>();
        builder.UseMiddleware<ProblemMiddleware>();
        builder.UseMiddleware<DeadlineMiddleware>();
        builder.UseMiddleware<AccessMiddleware>();
        builder.UseMiddleware<BulkheadMiddleware>();
        builder.Services.AddSingleton(TimeProvider.System).AddUseCases().AddAccess().AddOperations().AddInfrastructure().AddHostedService<SettingsCheck>();
        return builder;
    }
}
