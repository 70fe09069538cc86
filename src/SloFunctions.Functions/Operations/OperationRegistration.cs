using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SloFunctions.Infrastructure.Settings;

namespace SloFunctions.Functions.Operations;

/// <summary>Registers what bounds the time and the number of requests.</summary>
internal static class OperationRegistration
{
    public static IServiceCollection AddOperations(this IServiceCollection services) => services
        .AddSingleton(provider => provider.GetRequiredService<IConfiguration>().Bind<DeadlinePolicy>("Deadlines"))
        .AddSingleton(provider => provider.GetRequiredService<IConfiguration>().Bind<BulkheadPolicy>("Bulkheads"))
        .AddSingleton<Bulkheads>();
}
