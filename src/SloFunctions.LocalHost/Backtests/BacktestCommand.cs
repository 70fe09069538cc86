using System.Text.Json;
using SloFunctions.Application.Backtesting;
using SloFunctions.Application.Failures;
using SloFunctions.Application.Publishing;
using SloFunctions.Domain.Results;
using SloFunctions.Infrastructure.Postgres;
using SloFunctions.Infrastructure.Settings;

namespace SloFunctions.LocalHost.Backtests;

/// <summary>Measures how well availabilities are foretold, without a server.</summary>
public static class BacktestCommand
{
    private const int BadInput = 2;
    private const int BufferSize = 1 << 16;

    private static readonly JsonSerializerOptions Indented = new(PublishedJson.Options) { WriteIndented = true };

    /// <summary>Runs <c>backtest</c>.</summary>
    /// <param name="args">The arguments after <c>backtest</c>.</param>
    /// <param name="settings">Reads how to reach the database, for stored hours.</param>
    /// <param name="output">Where to answer.</param>
    /// <param name="error">Where to say what is wrong with the arguments or the file.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>The exit code: 0, or 2 when the arguments or the file are wrong.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> args, Func<PostgresOptions> settings, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        try
        {
            var options = BacktestOptions.Parse(args);
            if (options.Help)
            {
                await output.WriteLineAsync(BacktestOptions.Usage);
                return 0;
            }

            if ((await BacktestedAsync(options, settings, cancellation)).TryGet(out var document, out var failure))
            {
                // A place that cannot be written is told before the answer.
                if (options.Svg is { } svg) await File.WriteAllTextAsync(svg, ReliabilityPlot.Of(document), cancellation);
                await AnswerAsync(document, options.IsJson, output);
                return 0;
            }

            foreach (var field in failure.Fields)
                await error.WriteLineAsync(options.Counts is { } file && field.Field != "counts" ? $"{file}: {field.Field}: {field.Message}" : $"{options.Counts ?? field.Field}: {field.Message}");
            if (failure.Fields.Count >= CountsFile.ReportedErrors) await error.WriteLineAsync($"Only the first {CountsFile.ReportedErrors} broken lines are named.");
        }
        catch (DependencyUnavailableException failure)
        {
            await error.WriteLineAsync($"The database does not answer: {failure.InnerException?.Message}");
        }
        catch (Exception failure) when (failure is LocalHostException or InvalidSettingException or IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(failure.Message);
        }

        return BadInput;
    }

    private static async Task<Result<BacktestDocument>> BacktestedAsync(BacktestOptions options, Func<PostgresOptions> settings, CancellationToken cancellation)
    {
        if (options.IsStored) return RunBacktest.Of([await StoredFleet.ReadAsync(settings(), options.Query.Days, cancellation)], options.Plan, cancellation);
        if (options.Counts is not { } file) return RunBacktest.Of(SimulateFleets.Of(options.Query), options.Plan, cancellation);
        if (Directory.Exists(file)) throw new LocalHostException($"{file} is a folder; a file is expected.");
        if (!File.Exists(file)) throw new LocalHostException($"There is no file {file}.");
        using var text = new StreamReader(file, new FileStreamOptions { BufferSize = BufferSize, Options = FileOptions.SequentialScan });
        return CountsFile.Read(text, "counts", cancellation).TryGet(out var fleet, out var failure)
            ? RunBacktest.Of([fleet], options.Plan, cancellation)
            : failure;
    }

    private static async Task AnswerAsync(BacktestDocument document, bool isJson, TextWriter output)
    {
        if (isJson)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(document, Indented));
            return;
        }

        foreach (string line in BacktestText.Of(document)) await output.WriteLineAsync(line);
    }
}
