using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds OpenTelemetry to an app.</summary>
public static class OpenTelemetryServicesExtensions
{
    /// <summary>Lets the providers of traces and metrics live as long as the host.</summary>
    public static OpenTelemetryBuilder AddOpenTelemetry(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, ProviderStart>());
        return new OpenTelemetryBuilder(services);
    }
}
