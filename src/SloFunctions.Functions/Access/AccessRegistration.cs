using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SloFunctions.Application.Access;
using SloFunctions.Infrastructure.Settings;

namespace SloFunctions.Functions.Access;

/// <summary>Registers what decides who may do what.</summary>
internal static class AccessRegistration
{
    public static IServiceCollection AddAccess(this IServiceCollection services) => services
        .AddSingleton(provider => provider.GetRequiredService<IConfiguration>().Bind<AccessPolicy>("Access"))
        .AddSingleton<VerifyApiKey>()
        .AddSingleton<ManageApiKeys>()
        .AddSingleton<UserTokens>()
        .AddSingleton<ClientAddress>()
        .AddSingleton<Credentials>();
}
