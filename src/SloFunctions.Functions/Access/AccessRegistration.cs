using Microsoft.Extensions.DependencyInjection;

namespace SloFunctions.Functions.Access;

/// <summary>Registers what tells who asks.</summary>
internal static class AccessRegistration
{
    public static IServiceCollection AddAccess(this IServiceCollection services) => services
        .AddSingleton<UserTokens>()
        .AddSingleton<ClientAddress>()
        .AddSingleton<Credentials>();
}
