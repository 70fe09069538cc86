using System.Text.Json;
using SloFunctions.Application.Publishing;
using SloFunctions.Application.Reliability;
using SloFunctions.Domain.Results;

namespace SloFunctions.LocalHost.Composites;

/// <summary>Computes composite availabilities of networks in a file, without a server.</summary>
public static class CompositeCommand
{
    private const int BadInput = 2;
    private const long LargestFile = 256L << 20;

    private static readonly JsonSerializerOptions Indented = new(PublishedJson.Options) { WriteIndented = true };

    /// <summary>Runs <c>composite</c>.</summary>
    /// <param name="args">The arguments after <c>composite</c>.</param>
    /// <param name="output">Where to answer.</param>
    /// <param name="error">Where to say what is wrong with the arguments or the file.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>The exit code: 0, or 2 when the arguments or the file are wrong.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        try
        {
            var options = CompositeOptions.Parse(args);
            if (options.Help)
            {
                await output.WriteLineAsync(CompositeOptions.Usage);
                return 0;
            }

            if (CompositeFile.Read(await BytesAsync(options.File, cancellation)).TryGet(out var cases, out var failure))
            {
                await AnswerAsync(cases, options.IsJson, output, cancellation);
                return 0;
            }

            foreach (var field in failure.Fields) await error.WriteLineAsync($"{options.File}: {field.Field}: {field.Message}");
        }
        catch (Exception failure) when (failure is LocalHostException or IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(failure.Message);
        }

        return BadInput;
    }

    private static async Task<byte[]> BytesAsync(string file, CancellationToken cancellation)
    {
        if (Directory.Exists(file)) throw new LocalHostException($"{file} is a folder; a file is expected.");
        if (!File.Exists(file)) throw new LocalHostException($"There is no file {file}.");
        if (new FileInfo(file).Length > LargestFile) throw new LocalHostException($"{file} is larger than {LargestFile >> 20} MB.");
        return await File.ReadAllBytesAsync(file, cancellation);
    }

    private static async Task AnswerAsync(IReadOnlyList<CompositeCase> cases, bool isJson, TextWriter output, CancellationToken cancellation)
    {
        if (isJson)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(cases.SelectMany(SolveComposites.Of).ToArray(), Indented));
            return;
        }

        foreach (var answer in cases.SelectMany(SolveComposites.Of))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (string line in CompositeText.Of(answer)) await output.WriteLineAsync(line);
        }
    }
}
