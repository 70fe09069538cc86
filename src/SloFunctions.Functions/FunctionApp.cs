using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using SloFunctions.Functions.Access;
using SloFunctions.Functions.Middleware;
using SloFunctions.Functions.Observability;
using SloFunctions.Functions.Operations;
using SloFunctions.Infrastructure;
using SloFunctions.Infrastructure.Settings;

namespace SloFunctions.Functions;

/// <summary>The composition root: the same app for the Azure Functions runtime and for the local host.</summary>
public static class FunctionApp
{
    /// <summary>A builder with everything registered.</summary>
    /// <exception cref="InvalidSettingException">A setting that decides what is registered is wrong.</exception>
    public static FunctionsApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = FunctionsApplication.CreateBuilder(args);
        if (!LogFormat.IsValid(builder.Configuration)) throw new InvalidSettingException(LogFormat.Setting, "It must be json or text.");
        builder.ConfigureFunctionsWebApplication();
        MiddlewareOrder.Add(builder);
        builder.Services.AddSingleton(TimeProvider.System).AddUseCases().AddOperations().AddInfrastructure()
            .AddIdentity(builder.Configuration).AddHostedService<SettingsCheck>();
        return builder.AddObservability();
    }
}
