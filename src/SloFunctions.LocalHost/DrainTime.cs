using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace SloFunctions.LocalHost;

/// <summary>
/// Goes on listening for a while after a signal to end, as long as <c>LocalHost:DrainTime</c> says, so that a load balancer
/// sees the readiness and clients close their connections in good order. None unless set.
/// </summary>
internal sealed class DrainTime(IConfiguration settings, TimeProvider clock) : IHostedLifecycleService
{
    public const string Setting = "LocalHost:DrainTime";

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly TimeSpan time = Read(settings[Setting]);

    // What comes after has to be done, however little time is left.
    public async Task StoppingAsync(CancellationToken cancellationToken) =>
        await Task.Delay(time, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static TimeSpan Read(string? text)
    {
        if (string.IsNullOrEmpty(text)) return TimeSpan.Zero;
        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) && time >= TimeSpan.Zero && time <= Longest
            ? time
            : throw new LocalHostException($"The setting {Setting} cannot be used: a time span of at most a minute is expected");
    }
}
