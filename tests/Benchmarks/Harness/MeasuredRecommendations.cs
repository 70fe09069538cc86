using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SloFunctions.Application.AutoApproval;
using SloFunctions.Application.Lifecycle;
using SloFunctions.Application.Prediction;
using SloFunctions.Application.Recommendations;
using SloFunctions.Application.Reliability;
using SloFunctions.Domain.Graph;
using SloFunctions.Domain.Recommendations;
using SloFunctions.Infrastructure;

namespace SloFunctions.Benchmarks.Harness;

/// <summary>The app's use cases as a process of its own that computes and stores the recommendations of all services when told.</summary>
public static class MeasuredRecommendations
{
    /// <summary>The argument that starts it.</summary>
    public const string Argument = "measured-recommendations";

    /// <summary>Serves until it is ended; settings come from the environment.</summary>
    public static async Task RunAsync()
    {
        await using var app = UseCases();
        var web = WebApplication.CreateSlimBuilder();
        web.Logging.ClearProviders();
        var server = web.Build();
        server.Urls.Add("http://127.0.0.1:0");
        server.MapPost("/prior", (CancellationToken cancellation) => TimeAsync(
            () => app.GetRequiredService<FitFleetPrior>().HandleAsync(TimeProvider.System.GetUtcNow(), cancellation)));
        server.MapPost("/all", (string[] services, CancellationToken cancellation) => TimeAsync(
            () => AllAsync(app.GetRequiredService<GenerateRecommendations>(), services, cancellation)));
        await server.StartAsync();
        Console.WriteLine($"Listening on {server.Urls.First()}");
        await server.WaitForShutdownAsync();
    }

    private static ServiceProvider UseCases() => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddEnvironmentVariables().Build())
        .AddSingleton(TimeProvider.System)
        .AddLogging()
        .AddInfrastructure()
        .AddSingleton(new RecommendationPolicy())
        .AddSingleton<FitFleetPrior>()
        .AddSingleton<ReadServiceAvailabilities>()
        .AddSingleton<ReadJourneyLatency>()
        .AddSingleton<KeepFleetEvidence>()
        .AddSingleton<RecommendationInstruments>()
        .AddSingleton<RecommendationJournal>()
        .AddSingleton<LifecycleInstruments>()
        .AddSingleton<AcceptRecommendation>()
        .AddSingleton<ApproveAutomatically>()
        .AddSingleton<GenerateRecommendations>()
        .BuildServiceProvider();

    private static async Task AllAsync(GenerateRecommendations generator, string[] services, CancellationToken cancellation)
    {
        var left = new ConcurrentQueue<string>(services);
        await Task.WhenAll(Enumerable.Range(0, 2 * Environment.ProcessorCount).Select(_ => Task.Run(
            async () =>
            {
                while (left.TryDequeue(out string? service))
                    await generator.GenerateAsync(ServiceId.Of(service), 30, RecommendationMethod.Predictive, cancellation);
            },
            cancellation)));
    }

    private static async Task<string> TimeAsync(Func<Task> work)
    {
        long start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds.ToString(CultureInfo.InvariantCulture);
    }
}
