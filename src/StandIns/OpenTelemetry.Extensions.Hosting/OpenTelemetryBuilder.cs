using Microsoft.Extensions.DependencyInjection;

namespace OpenTelemetry;

/// <summary>Collects what is to be observed. Its methods are those that the SDK gives to every builder.</summary>
public sealed class OpenTelemetryBuilder : IOpenTelemetryBuilder
{
    internal OpenTelemetryBuilder(IServiceCollection services) => Services = services;

    /// <summary>The app's services.</summary>
    public IServiceCollection Services { get; }
}
