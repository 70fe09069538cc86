using Microsoft.Azure.Functions.Worker.Builder;
using SloFunctions.Infrastructure.Settings;

namespace SloFunctions.LocalHost;

/// <summary>The local host as a program.</summary>
public static class LocalHostCommand
{
    /// <summary>Runs the host until a signal or <paramref name="stop"/> stops it.</summary>
    /// <returns>The exit code: 0, or 1 with one line on <paramref name="error"/> when the host cannot start.</returns>
    public static async Task<int> RunAsync(
        Func<string[], FunctionsApplicationBuilder> createBuilder,
        IEnumerable<Type> classes,
        IReadOnlyList<string> args,
        TextWriter output,
        TextWriter error,
        CancellationToken stop = default)
    {
        try
        {
            var options = LocalHostOptions.Parse(args);
            if (options.Help)
            {
                await output.WriteLineAsync(LocalHostOptions.Usage);
                return 0;
            }

            await using var host = LocalFunctionHost.Create(createBuilder, classes, options);
            await host.StartAsync(stop);
            await AnnounceAsync(host, output);
            await host.WaitForShutdownAsync(stop);
            return 0;
        }
        catch (Exception wrong) when (wrong is LocalHostException or InvalidSettingException)
        {
            await error.WriteLineAsync(wrong.Message);
            return 1;
        }
    }

    private static async Task AnnounceAsync(LocalFunctionHost host, TextWriter output)
    {
        var width = host.Functions.Select(function => function.Name.Length).DefaultIfEmpty().Max();
        foreach (var (name, trigger) in host.Functions)
        {
            await output.WriteLineAsync($"{name.PadRight(width)}  {trigger}");
        }

        // Scripts wait for this line.
        await output.WriteLineAsync($"Listening on {string.Join(' ', host.Addresses)}");
        await output.FlushAsync();
    }
}
