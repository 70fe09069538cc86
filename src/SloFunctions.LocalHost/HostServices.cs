using Microsoft.AspNetCore.Hosting;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SloFunctions.LocalHost.Durable;
using SloFunctions.LocalHost.EventGrid;
using SloFunctions.LocalHost.Http;
using SloFunctions.LocalHost.Invocations;
using SloFunctions.LocalHost.Settings;
using SloFunctions.LocalHost.Timers;
using SloFunctions.LocalHost.Triggers;

namespace SloFunctions.LocalHost;

/// <summary>Adds the host's own services to an app's.</summary>
internal static class HostServices
{
    private const int LargestHeaders = 2 * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static void Add(FunctionsApplicationBuilder builder, HostJson hostJson, LocalSettings local)
    {
        var services = builder.Services;
        var start = new StartPhase();
        services.AddSingleton(start);
        services.AddRouting();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(hostJson);
        services.AddSingleton(hostJson.Durable);
        services.AddSingleton(new FunctionPipeline(builder.Middleware));
        services.AddSingleton<BackgroundRuns>();
        services.AddHostedService(provider => provider.GetRequiredService<BackgroundRuns>());
        services.AddHostedService<DrainTime>();
        services.AddSingleton<TriggerStarter>();
        services.AddHostedService(provider => provider.GetRequiredService<TriggerStarter>());
        services.AddSingleton<HttpInvoker>();
        services.AddSingleton<ITriggerKind, HttpTriggerKind>();
        services.AddSingleton<ITriggerKind, TimerTriggerKind>();
        services.AddSingleton<ITriggerKind, EventGridTriggerKind>();
        services.AddDurable();
        services.Configure<HostOptions>(options => options.ShutdownTimeout = Patience);
        builder.Web.WebHost.ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            // The app refuses a credential that is too long by itself, and says so.
            options.Limits.MaxRequestHeadersTotalSize = LargestHeaders;
            options.Limits.MaxRequestBufferSize = LargestHeaders;
        });
        AddLogging(builder.Logging, hostJson, start);
        AddCors(services, local.CorsOrigins);
    }

    private static void AddLogging(ILoggingBuilder logging, HostJson hostJson, StartPhase start)
    {
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "HH:mm:ss.fff ";
        });
        logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);

        // What fails at the start is thrown as well; one clear line is enough.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => start.IsOver && level >= LogLevel.Warning);
        foreach (var (category, level) in hostJson.LogLevels)
        {
            if (category.Equals("default", StringComparison.OrdinalIgnoreCase))
            {
                logging.SetMinimumLevel(level);
            }
            else
            {
                logging.AddFilter(category, level);
            }
        }
    }

    private static void AddCors(IServiceCollection services, IReadOnlyList<string> origins)
    {
        if (origins.Count > 0)
        {
            services.AddCors(cors => cors.AddDefaultPolicy(policy =>
                (origins.Contains("*") ? policy.AllowAnyOrigin() : policy.WithOrigins([.. origins])).AllowAnyHeader().AllowAnyMethod()));
        }
    }
}
